import type {Element} from 'hast'
import {element} from '../../document/element.ts'
import type {Changes} from '../compare.ts'
import type {PrintedCell, PrintedRow} from '../compare-printed.ts'
import {unchangedCaptions} from './chart-items.ts'
import {exchanged, itemElement} from './item.ts'

type PrintedItem = Changes['printed'][number]

/** Tables as they print now, each changed cell with what stood there before. */
export function printedItems(tables: readonly PrintedItem[]): readonly Element[] {
  return tables.map((table) => {
    const {item, where, change, unchanged} = table
    const title = change === 'changed' ? where : `${where}, ${change === 'added' ? 'new' : 'gone'}`
    return itemElement({item, title}, [tableElement(table), ...unchangedCaptions(unchanged)])
  })
}

function tableElement({where, head, rows}: PrintedItem): Element {
  const isFigure = columnsOfFigures(rows)
  const heads = head.map((cells, row) =>
    element('tr', {}, headCells(cells, row === head.length - 1 ? isFigure : undefined)),
  )
  const body = rows.map(({change, cells}) =>
    element(
      'tr',
      {className: [`row-${change}`]},
      cells.map((cell, at) => element('td', numeric(isFigure(at)), cellContent(cell))),
    ),
  )
  return element('div', {className: ['scroll'], role: 'region', tabIndex: 0, ariaLabel: where}, [
    element('table', {}, [element('thead', {}, heads), element('tbody', {}, body)]),
  ])
}

/** Heads over several columns are one cell again. @param isFigure of the row that stands over single columns */
function headCells(cells: readonly PrintedCell[], isFigure: ((at: number) => boolean) | undefined): readonly Element[] {
  const isSame = (a: PrintedCell | undefined, b: PrintedCell): boolean => a?.text === b.text && a.before === b.before
  if (isFigure !== undefined) {
    return cells.map((cell, at) => element('th', {scope: 'col', ...numeric(isFigure(at))}, cellContent(cell)))
  }
  return cells.flatMap((cell, at) => {
    if (cell.text !== '' && isSame(cells[at - 1], cell)) return []
    const next = cells.findIndex((other, index) => index > at && !isSame(other, cell))
    const colSpan = cell.text === '' ? 1 : (next === -1 ? cells.length : next) - at
    return [element('th', {scope: 'colgroup', ...(colSpan > 1 && {colSpan, className: ['span']})}, cellContent(cell))]
  })
}

function cellContent({text, before}: PrintedCell): ReturnType<typeof exchanged> {
  return before === undefined ? [text] : exchanged(before, text)
}

function columnsOfFigures(rows: readonly PrintedRow[]): (at: number) => boolean {
  const isFigure = (text = ''): boolean => /^[+−-]?[\d.,\s]+%?$|^\[\w+\]$|^$/.test(text)
  return (at) => at > 0 && rows.every(({cells}) => isFigure(cells[at]?.text))
}

function numeric(is: boolean): {className?: string[]} {
  return is ? {className: ['num']} : {}
}
