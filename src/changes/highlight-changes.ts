import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {element, isElement, plainText} from '../document/element.ts'
import {printedIn} from '../document/place-values.ts'
import {filled} from '../editions/words.ts'
import type {Document} from '../model/document.ts'
import type {Changes} from './compare.ts'
import type {PrintedChange} from './compare-printed.ts'
import {noticeWordsOf} from './notice-words.ts'

/**
 * A document with what changed marked in place: values in the text and cells of tables. The old value stands with the
 * new one: shown on paper, on the web for the pointer and for screen readers.
 */
export function highlightChanges(document: Document, changes: Changes): Document {
  const mark = marker(document, changes)
  const marked = <Node extends ElementContent>(nodes: readonly Node[]): Node[] => {
    const tree: Root = {type: 'root', children: structuredClone([...nodes])}
    mark(tree)
    return tree.children as Node[]
  }
  const body: Root = structuredClone(document.body)
  mark(body)
  for (const table of changes.printed) markTable(body, table, document)
  return {
    ...document,
    texts: Object.fromEntries(Object.entries(document.texts).map(([name, nodes]) => [name, marked(nodes)])),
    body,
    keyMessages: document.keyMessages && marked(document.keyMessages),
    notes: document.notes.map((note) => ({...note, content: marked(note.content)})),
  }
}

function marker({printed, frontMatter}: Document, {values}: Changes): (tree: Root) => void {
  const old = new Map(
    values.flatMap(({name, before, after}) => (before && after ? [[name, {before, after}] as const] : [])),
  )
  return (tree) => {
    visit(tree, 'element', (node, index, parent) => {
      const number = printedIn(node)
      const origin = number === undefined ? undefined : printed[number]?.origin
      const value = origin?.kind === 'value' ? old.get(origin.name) : undefined
      if (value === undefined || index === undefined || parent === undefined) return
      // In another format the old value is not known; what prints the same has nothing to show.
      const text = plainText([node])
      const was = text === value.after.text ? value.before.text : undefined
      if (was === text) return
      parent.children[index] = changed(node.children, was, frontMatter.lang)
    })
  }
}

function changed(content: readonly ElementContent[], was: string | undefined, lang: string): Element {
  if (was === undefined) return element('ins', {className: ['changed']}, content)
  const told = filled(noticeWordsOf(lang).was, was)
  return element('ins', {className: ['changed'], title: told}, [
    ...content,
    element('span', {className: ['was']}, [` (${told})`]),
  ])
}

/** Marks the cells of a data table, which are in the order of the comparison. */
function markTable(body: Root, {id, change, rows}: PrintedChange, {frontMatter}: Document): void {
  if (change !== 'changed') return
  const cells = rows.filter((row) => row.change !== 'removed').map((row) => row.cells)
  const isNew = rows.filter((row) => row.change !== 'removed').map((row) => row.change === 'added')
  visit(body, 'element', (table, _, parent) => {
    if (table.tagName !== 'table' || parent?.type !== 'element' || parent.properties.id !== id) return
    rowsOf(table).forEach((row, at) => {
      row.children
        .filter((cell) => isElement(cell))
        .forEach((cell, column) => {
          const before = isNew[at] === true ? '' : cells[at]?.[column]?.before
          if (before === undefined) return
          cell.children = [changed(cell.children, before === '' ? undefined : before, frontMatter.lang)]
        })
    })
  })
}

function rowsOf(table: Element): readonly Element[] {
  return table.children
    .filter((part) => isElement(part) && part.tagName !== 'thead' && part.tagName !== 'caption')
    .flatMap((part) => (isElement(part) ? part.children : []))
    .filter((row) => isElement(row, 'tr'))
}
