import type {ElementContent, Root} from 'hast'
import type {Position} from 'unist'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import type {Merged} from '../model/document.ts'
import {contentOf, isElement, placedAt} from './element.ts'
import {takeSuffixes} from './heading-suffixes.ts'
import {labelsOf, type Labels} from './labels.ts'
import {isTooDeep, limitDepth} from './limit-depth.ts'
import {parseBlocks, parseInline} from './markdown.ts'
import {placePositions} from './place-positions.ts'
import {clearMarks} from './place-values.ts'
import {toHtml} from './to-html.ts'
import type {PlaceOf} from './span.ts'
import {reportUndefinedCalls} from './undefined-calls.ts'

/** What those who build elements need beside their own node. */
export interface Context {
  readonly merged: Merged
  /** The narrative: the file that messages are left on. */
  readonly file: VFile
  /** Charts as they are drawn, without the marks that the texts of `merged` have around what was printed. */
  readonly charts: Merged['charts']
  readonly labels: Labels
  /** Labels of the notes that the body defines, by identifier. */
  readonly notes: ReadonlyMap<string, string>
  /** One line of Markdown that stands outside the body, as HTML. */
  readonly inline: (text: string, from?: From) => ElementContent[]
  /** Paragraphs of Markdown that stand outside the body, as HTML. */
  readonly blocks: (text: string, from?: From) => ElementContent[]
}

/** Where a text from outside the body stands. */
export interface From {
  /** The place in the narrative that shows the text. */
  readonly position?: Position | undefined
  /** Where in the body's Markdown the text begins, if it was typed there. */
  readonly at?: number | undefined
  /** The file that the text is written in, if not the narrative. */
  readonly file?: VFile
}

/**
 * Makes the context of one brief.
 *
 * @param notes labels of the notes that the body defines, by identifier
 */
export function createContext(merged: Merged, notes: ReadonlyMap<string, string>): Context {
  const known = new Set(notes.keys())
  const file = merged.brief.narrative
  const context: Context = {
    merged: {...merged, ...merged.marked},
    file,
    charts: merged.charts,
    labels: labelsOf(merged.frontMatter.lang),
    notes,
    inline: (text, from) => unwrapped(converted(parseInline, text, from)),
    blocks: (text, from) => converted(parseBlocks, text, from),
  }
  return context

  function converted(parse: typeof parseBlocks, text: string, from: From = {}): ElementContent[] {
    const {position, at} = from
    const within: PlaceOf = at === undefined ? () => undefined : (offset) => merged.marked.placeOf(at + offset)
    const placeOf: PlaceOf = (offset) => (from.file === undefined ? (within(offset) ?? position?.start) : undefined)
    const origin = {source: text, file: from.file ?? file, placeOf}
    const tree = parse(isTooDeep(origin) ? '' : text, known)
    limitDepth(tree, origin)
    reportUndefinedCalls(tree, notes.values(), origin)
    takeSuffixes(tree, origin)
    placePositions(tree, within)
    clearMarks(tree)
    const html = placedAt(toHtml(tree, context), position)
    return contentOf(from.file === undefined ? html : writtenIn(html, from.file))
  }
}

function writtenIn(tree: Root, {path}: VFile): Root {
  visit(tree, 'text', (node) => {
    node.data = {...node.data, path}
  })
  return tree
}

// Markdown has no text without a paragraph. Should a line hold several, they are joined.
function unwrapped(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node, 'p')) return [node]
    return node === nodes[0] ? node.children : [{type: 'text', value: ' '}, ...node.children]
  })
}
