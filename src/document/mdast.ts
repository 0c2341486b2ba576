import type {BlockContentMap, Nodes} from 'mdast'

export type DirectiveNode = BlockContentMap['containerDirective'] | BlockContentMap['leafDirective']

export function isDirective(node: Nodes): node is DirectiveNode {
  return node.type === 'containerDirective' || node.type === 'leafDirective'
}
