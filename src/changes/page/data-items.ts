import type {Element, ElementContent} from 'hast'
import {element} from '../../document/element.ts'
import type {Changes} from '../compare.ts'
import type {NamedRow} from '../compare-tables.ts'
import {cellText, columnLines, listedCells, schemaLines, summaryOf} from '../describe-data.ts'
import {added, itemElement, removed} from './item.ts'

type DataItem = Changes['data'][number]

/** More rows than this are counted, not shown. */
const mostRows = 30

/** Data sets: what the schema says, rows that came and went, cells one by one or summed up. */
export function dataItems(tables: readonly DataItem[]): readonly Element[] {
  return tables.map((table) => {
    const summary = element('p', {className: ['data-summary']}, [`${table.name}: ${summaryOf(table)}.`])
    return itemElement({item: table.item, title: table.where}, [
      summary,
      ...lines([...schemaLines(table), ...columnLines(table)]),
      ...cellTable(table),
      ...rowTable('Rows that came', table.added),
      ...rowTable('Rows that went', table.removed),
    ])
  })
}

function lines(texts: readonly string[]): readonly Element[] {
  if (texts.length === 0) return []
  return [
    element(
      'ul',
      {className: ['lines']},
      texts.map((text) => element('li', {}, [text])),
    ),
  ]
}

function cellTable(table: DataItem): readonly Element[] {
  const cells = listedCells(table)
  if (cells.length === 0) return []
  const rows = cells.map(({row, column, before, after}) => [
    [row],
    [element('code', {}, [column])],
    [removed(cellText(before))],
    [added(cellText(after))],
  ])
  return [dataTable('Cells', {heads: ['Row', 'Column', 'Before', 'Now'], rows, figures: new Set([2, 3])})]
}

function rowTable(caption: string, rows: readonly NamedRow[]): readonly Element[] {
  const [first] = rows
  if (first === undefined) return []
  const heads = Object.keys(first.cells)
  const shown = rows.slice(0, mostRows).map(({cells}) => heads.map((head) => [cellText(cells[head] ?? null)]))
  const more = rows.length > mostRows ? lines([`and ${rows.length - mostRows} more`]) : []
  const figures = new Set(
    heads.flatMap((head, at) => (rows.every(({cells}) => typeof cells[head] === 'number') ? [at] : [])),
  )
  return [dataTable(caption, {heads, rows: shown, figures}), ...more]
}

interface Content {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (readonly (ElementContent | string)[])[])[]
  /** The columns that hold figures. */
  readonly figures: ReadonlySet<number>
}

function dataTable(caption: string, {heads, rows, figures}: Content): Element {
  const numeric = (at: number): {className?: string[]} => (figures.has(at) ? {className: ['num']} : {})
  const head = heads.map((text, at) => element('th', {scope: 'col', ...numeric(at)}, [text]))
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell, at) => element('td', numeric(at), cell)),
    ),
  )
  return element('div', {className: ['scroll'], role: 'region', tabIndex: 0, ariaLabel: caption}, [
    element('table', {className: ['data']}, [
      element('caption', {}, [caption]),
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, body),
    ]),
  ])
}
