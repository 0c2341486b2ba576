import type {Element, Root} from 'hast'
import {visit} from '../visit.ts'
import {isElement, plainText} from './element.ts'

/**
 * Gives tables that were typed in Markdown the form of data tables: columns of figures, or set to the right by the
 * author, have the class `num`; the first cell heads its row; an empty corner is no head.
 */
export function alignTypedTables(trees: readonly Root[]): void {
  for (const tree of trees) {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'table' && node.properties.className === undefined) alignTable(node)
    })
  }
}

function alignTable(table: Element): void {
  const head = rowsOf(table, 'thead')
  const body = rowsOf(table, 'tbody')
  const isTyped = [...head, ...body].every((row) => cellsOf(row).every((cell) => cell.properties.scope === undefined))
  if (!isTyped || head.length !== 1) return
  const heads = cellsOf(head[0])
  heads.forEach((cell, index) => {
    const column = body.flatMap((row) => cellsOf(row)[index] ?? [])
    const isNum = cell.properties.align === 'right' || isFigures(column)
    for (const one of [cell, ...column]) alignCell(one, isNum)
    if (plainText(cell.children) === '') cell.tagName = 'td'
    else cell.properties = {scope: 'col', ...cell.properties}
    if (index === 0 && heads.length > 1) column.forEach(makeRowHead)
  })
}

function rowsOf(table: Element, section: string): Element[] {
  return table.children
    .filter((child) => isElement(child, section))
    .flatMap((child) => child.children.filter((row) => isElement(row, 'tr')))
}

function cellsOf(row: Element | undefined): Element[] {
  return row?.children.filter((cell) => isElement(cell, 'td') || isElement(cell, 'th')) ?? []
}

function isFigures(cells: readonly Element[]): boolean {
  const texts = cells
    .map((cell) => plainText(cell.children))
    .filter((text) => !/^(?:|[-–—]|\[[a-z]+\]|\.\.+|…)$/.test(text))
  return texts.length > 0 && texts.every((text) => /^[-−–+±]?[$€£]?\d[\d.,\s]*%?$/.test(text))
}

function alignCell(cell: Element, isNum: boolean): void {
  const {align, ...properties} = cell.properties
  const className = isNum ? ['num'] : align === 'center' ? ['center'] : undefined
  cell.properties = {...properties, ...(className && {className})}
}

function makeRowHead(cell: Element): void {
  if (plainText(cell.children) === '') return
  cell.tagName = 'th'
  cell.properties = {scope: 'row', ...cell.properties}
}
