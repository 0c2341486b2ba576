import type {Root} from 'hast'
import type {FootnoteDefinition} from 'mdast'
import type {Document, Merged} from '../model/document.ts'
import {correctionsText} from './change-notice.ts'
import {createContext, type Context} from './context.ts'
import {definedLabels, labelOf, takeDefinitions} from './definitions.ts'
import {reportDirectiveSyntax} from './directive-syntax.ts'
import {finishDocument} from './finish-document.ts'
import {takeSuffixes} from './heading-suffixes.ts'
import {numberBlockHeadings, numberHeadings} from './headings.ts'
import {assignIds} from './ids.ts'
import {placeImages} from './images.ts'
import {isTooDeep, limitDepth} from './limit-depth.ts'
import {checkLinks} from './links.ts'
import {parseBody} from './markdown.ts'
import type {Definition, Draft} from './marks.ts'
import {numberNotes} from './notes.ts'
import {numberBlocks} from './number-blocks.ts'
import {placeDrawings} from './place-drawings.ts'
import {placePositions} from './place-positions.ts'
import {clearMarks, placeValues} from './place-values.ts'
import {resolveRawHtml} from './raw-html.ts'
import {resolveReferences} from './references.ts'
import {takeKeyMessages} from './take-key-messages.ts'
import {readTexts} from './texts.ts'
import {toHtml} from './to-html.ts'
import {readingOrder, treesOf} from './trees.ts'
import {alignTypedTables} from './typed-tables.ts'
import {reportUndefinedCalls} from './undefined-calls.ts'

/**
 * Makes the document of a merged brief. This is the list of all steps, in order:
 *
 *     Markdown text
 *       |  (Markdown tree: notes and directives found, positions)
 *       v
 *     draft: trees of HTML, with marks of what is to be numbered
 *       |  (headings, numbers, ids, references, notes)
 *       v
 *     document
 *
 * Mistakes of the author are left on the narrative, or on the file of a chart, as messages; the document is whole all
 * the same.
 */
export async function toDocument(merged: Merged): Promise<Document> {
  const file = merged.brief.narrative
  const {draft, context} = readDraft(merged)
  const trees = treesOf(draft)
  const read = readingOrder(draft)
  await resolveRawHtml(trees, file) // first: all that follows looks for elements, and some are still text
  placeValues(trees, merged.printed) // after it: HTML blocks are text until then
  alignTypedTables(trees)
  numberHeadings(draft.body, {depth: merged.frontMatter.numberSections, file})
  for (const tree of trees) if (tree !== draft.body) numberBlockHeadings(tree)
  numberBlocks(trees, context.labels)
  assignIds(trees, file) // after both: headings carry ids in their text, and blocks without id are named by number
  placeDrawings(trees) // after assignIds: a drawing goes by the id of its figure
  checkLinks(trees, file)
  resolveReferences(trees, {labels: context.labels, file}) // after all numbers and ids
  const images = placeImages(trees, {known: new Set(merged.brief.images.keys()), file})
  const notes = numberNotes(read, {definitions: draft.definitions, file}) // last to change order: calls count as read
  return finishDocument(draft, merged, {notes, images})
}

function readDraft(merged: Merged): {draft: Draft; context: Context} {
  const {markdown: source, placeOf} = merged.marked
  const file = merged.brief.narrative
  const origin = {source, file, placeOf}
  const tree = parseBody(isTooDeep(origin) ? '' : source)
  limitDepth(tree, origin) // first: all others walk by recursion
  const labels = definedLabels(tree)
  reportDirectiveSyntax(tree, origin)
  reportUndefinedCalls(tree, labels.values(), origin)
  takeSuffixes(tree, origin)
  clearMarks(tree)
  placePositions(tree, placeOf) // after those that look at the text as it was typed
  const definitions = takeDefinitions(tree, file) // before toHtml: it would make a list of notes of its own
  const context = createContext(merged, labels)
  const body = toHtml(tree, context)
  const keyMessages = takeKeyMessages(body, file) // before numbers: they are read before the body
  const texts = {...readTexts(context), ...correctionsText(body, context)}
  const notes = [...definitions].map(([identifier, node]) => [identifier, toDefinition(node, context)] as const)
  return {draft: {texts, keyMessages, body, definitions: new Map(notes)}, context}
}

function toDefinition(node: FootnoteDefinition, context: Context): Definition {
  const content: Root = toHtml({type: 'root', children: node.children}, context)
  return {label: labelOf(node), content, position: node.position}
}
