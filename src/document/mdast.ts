import type {BlockContentMap, Nodes} from 'mdast'
import type {Node} from 'unist'

export type DirectiveNode = BlockContentMap['containerDirective'] | BlockContentMap['leafDirective']

export interface TypedAttribute {
  /** With its character references. */
  readonly text: string
  /** Where it begins in the Markdown that was parsed. */
  readonly at: number
}

export function isDirective(node: Nodes | Node): node is DirectiveNode {
  return node.type === 'containerDirective' || node.type === 'leafDirective'
}

declare module 'mdast' {
  interface Data {
    /** Attributes of a directive as the author typed them. */
    typed?: Readonly<Record<string, TypedAttribute>>
    /** What the element is given that a node becomes. */
    hProperties?: {id?: string; className?: string[]}
  }
}
