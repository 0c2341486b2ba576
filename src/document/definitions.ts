import type {FootnoteDefinition, Nodes, Parents, Root} from 'mdast'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {secondNote} from '../messages/document.ts'
import {report} from '../messages/message.ts'

/**
 * Takes the definitions of notes out of the tree. The first one of a label counts, as in GFM; a second is reported.
 *
 * @returns the definitions by identifier, in the order of the text
 */
export function takeDefinitions(tree: Root, file: VFile): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node: FootnoteDefinition) => {
    if (definitions.has(node.identifier)) report(file, node, secondNote(labelOf(node)))
    else definitions.set(node.identifier, node)
  })
  removeDefinitions(tree)
  return definitions
}

/** The identifiers of all notes that the tree defines, with their labels as written. */
export function definedLabels(tree: Root): Map<string, string> {
  const labels = new Map<string, string>()
  visit(tree, 'footnoteDefinition', (node: FootnoteDefinition) => {
    if (!labels.has(node.identifier)) labels.set(node.identifier, labelOf(node))
  })
  return labels
}

/** The label as the author wrote it. */
export function labelOf(node: FootnoteDefinition): string {
  return node.label ?? node.identifier
}

function removeDefinitions(tree: Nodes): void {
  if (!('children' in tree)) return
  const parent: Parents = tree
  parent.children = parent.children.filter((child) => child.type !== 'footnoteDefinition') as typeof parent.children
  for (const child of parent.children) removeDefinitions(child)
}
