import type {BlockContentMap, Nodes} from 'mdast'
import type {Node} from 'unist'

export type DirectiveNode = BlockContentMap['containerDirective'] | BlockContentMap['leafDirective']

export function isDirective(node: Nodes | Node): node is DirectiveNode {
  return node.type === 'containerDirective' || node.type === 'leafDirective'
}

declare module 'mdast' {
  interface Data {
    /** Attributes of a directive as the author typed them, with their character references. */
    typed?: Readonly<Record<string, string>>
    /** What the element is given that a node becomes. */
    hProperties?: {id?: string; className?: string[]}
  }
}
