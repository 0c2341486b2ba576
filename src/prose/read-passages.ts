import type {Element, ElementContent} from 'hast'
import {noticeClass} from '../document/change-notice.ts'
import {contentOf, hasClass, isElement} from '../document/element.ts'
import {textsBeforeBody} from '../document/texts.ts'
import type {Document, Note} from '../model/document.ts'
import {gatherText, isInline} from './gather-text.ts'
import type {Passage, PassageKind} from './passage.ts'
import {readAlternative} from './read-alternative.ts'
import {readDataCells} from './read-data-cells.ts'

/** What a walk knows of where it is. */
export interface Where {
  readonly document: Document
  /** The narrative. */
  readonly path: string
  readonly kind: PassageKind
  readonly inside?: string | undefined
}

/**
 * The passages of a document in the order in which they are read: texts of the front matter, key messages, body, notes.
 * Captions, alternatives and cells stand where their figures and tables do.
 *
 * @param path of the narrative, relative to the project
 */
export function readPassages(document: Document, path: string): Passage[] {
  const basis = {document, path}
  const names = Object.keys(document.texts)
  const before = textsBeforeBody.filter((name) => names.includes(name))
  const after = names.filter((name) => !textsBeforeBody.includes(name))
  const frontTexts = (some: readonly string[]): Passage[] =>
    some.flatMap((name) => walk(document.texts[name] ?? [], {...basis, kind: kindOfText(name)}))
  return [
    ...frontTexts(before),
    ...walk(document.keyMessages ?? [], {...basis, kind: 'key-message'}),
    ...walk(contentOf(document.body), {...basis, kind: 'paragraph'}),
    ...frontTexts(after),
    ...document.notes.flatMap(({content, id}: Note) => walk(content, {...basis, kind: 'note', inside: id})),
  ]
}

function kindOfText(name: string): PassageKind {
  return name === 'title' || name === 'subtitle' || name === 'abstract' ? name : 'front'
}

/** Runs of inline content are passages; blocks are walked. A heading opens the section that what follows belongs to. */
function walk(nodes: readonly ElementContent[], where: Where): Passage[] {
  const passages: Passage[] = []
  let here = where
  let run: ElementContent[] = []
  const close = (): void => {
    if (run.length > 0) passages.push(...gatherText(run, here))
    run = []
  }
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node)
      continue
    }
    close()
    if (!isElement(node)) continue
    if (/^h[1-6]$/.test(node.tagName) && typeof node.properties.id === 'string') {
      here = {...here, inside: node.properties.id}
    }
    passages.push(...walkBlock(node, here))
  }
  close()
  return passages
}

function walkBlock(node: Element, where: Where): Passage[] {
  const {id, dataTable} = node.properties
  const inside = typeof id === 'string' ? id : where.inside
  const kind = kindOf(node, where.kind)
  if (kind === undefined) return []
  const here = {...where, kind, inside}
  if (hasClass(node, 'chart')) return readAlternative(node, here)
  if (kind === 'alt') return readAlternative(node, here)
  if (typeof dataTable === 'string') {
    const [table, ...others] = node.children.filter((child) => isElement(child))
    return table === undefined
      ? []
      : [...readDataCells(table, {name: dataTable, where: here}, walk), ...walk(others, here)]
  }
  return walk(node.children, here)
}

/** What the passages of a block are; undefined for what the program lists by itself. */
function kindOf(node: Element, outer: PassageKind): PassageKind | undefined {
  if (listedByProgram.some((name) => hasClass(node, name))) return undefined
  if (outer === 'heading') return outer
  for (const [name, kind] of classKinds) if (hasClass(node, name)) return kind
  if (outer === 'note' || outer === 'key-message' || outer === 'caption' || outer === 'front') return outer
  return tagKinds.get(node.tagName) ?? outer
}

const listedByProgram = ['label', 'section-number', 'data-sources', noticeClass]

const classKinds: readonly (readonly [string, PassageKind])[] = [
  ['headline', 'caption'],
  ['subtitle', 'caption'],
  ['note-line', 'note-line'],
  ['source-line', 'source-line'],
  ['recommendation-title', 'heading'],
  ['box-title', 'heading'],
  ['pull-quote', 'quotation'],
  ['chart', 'alt'],
]

const tagKinds: ReadonlyMap<string, PassageKind> = new Map<string, PassageKind>([
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'item'],
  ['dt', 'item'],
  ['dd', 'item'],
  ['blockquote', 'quotation'],
  ['th', 'head'],
  ['td', 'cell'],
  ['img', 'alt'],
])
