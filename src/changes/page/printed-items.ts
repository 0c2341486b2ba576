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
  const heads = head.map((cells, row) => {
    // A head over several columns has fewer cells than there are columns: only the last row stands over single ones.
    const isLast = row === head.length - 1
    return element(
      'tr',
      {},
      cells.map((cell, at) => element('th', {scope: 'col', ...numeric(isLast && isFigure(at))}, cellContent(cell))),
    )
  })
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
