import type {Element, Root} from 'hast'
import {visit} from '../visit.ts'
import {hasClass, isElement, plainText} from '../document/element.ts'
import type {Document} from '../model/document.ts'
import type {PrintedTable} from './snapshot.ts'

/** The tables of a document as they are printed. One without an id goes by its place: `table-2`. */
export function readPrinted({body}: Document): readonly PrintedTable[] {
  const tables: PrintedTable[] = []
  visit(body, 'element', (node, _, parent) => {
    // The list of data sets follows from the data.
    if (node.tagName !== 'table' || hasClass(node, 'data-sources')) return
    const id = node.properties.id ?? idOf(parent)
    tables.push({
      id: typeof id === 'string' ? id : `table-${tables.length + 1}`,
      head: rowsOf(node, ['thead']),
      rows: rowsOf(node, ['tbody', 'tfoot']),
    })
  })
  return tables
}

function idOf(parent: Element | Root | undefined): unknown {
  return parent?.type === 'element' ? parent.properties.id : undefined
}

function rowsOf(table: Element, parts: readonly string[]): readonly (readonly string[])[] {
  return table.children
    .filter((part) => isElement(part))
    .filter(({tagName}) => parts.includes(tagName))
    .flatMap((part) => part.children.filter((row) => isElement(row, 'tr')))
    .map((row) => row.children.filter((cell) => isElement(cell)).flatMap(cellTexts))
}

/** A cell over several columns stands in each of them. */
function cellTexts(cell: Element): readonly string[] {
  const {colSpan} = cell.properties
  return Array.from({length: typeof colSpan === 'number' ? colSpan : 1}, () => plainText([cell]))
}
