import type {Element, ElementContent, Root} from 'hast'
import {SKIP, visit} from '../visit.ts'
import {formattedCell} from '../document/data-table-body.ts'
import {element, hasClass, isElement, plainText} from '../document/element.ts'
import {plainTitle} from '../document/plain-title.ts'
import type {Field, Table} from '../model/data.ts'
import type {ChartRequest, Drawing} from '../model/document.ts'
import {maybeMarksLine} from '../document/missing-marks.ts'
import {missingText} from '../values/format.ts'
import {filled, type Words} from './words.ts'

/** More rows are no help to a reader: the file with the data is. */
const MOST_ROWS = 60

export interface ChartData {
  readonly charts: readonly ChartRequest[]
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly lang: string
  readonly words: Words
}

/** Folds each chart's long description and its data, as tables, below its drawing. */
export function foldChartData(tree: Root, data: ChartData): void {
  visit(tree, 'element', (figure) => {
    const shown = contentOf(figure, data)
    if (shown === undefined) return undefined
    const place = figure.children.findIndex((child) => isElement(child) && hasClass(child, 'chart'))
    const summary = element('summary', {}, [filled(data.words.dataOf, labelOf(figure))])
    const id = `${String(figure.properties.id)}-data`
    // Each table in a block of its own, whose id names it where it scrolls.
    const blocks = shown.map((part, at) =>
      part.tagName === 'table' ? element('div', {id: `${id}-${at}`}, [part]) : part,
    )
    figure.children.splice(place + 1, 0, element('details', {className: ['chart-data'], id}, [summary, ...blocks]))
    return SKIP
  })
}

/** Puts each chart's data, as tables, after its figure: pages may end between their rows. */
export function appendChartData(tree: Root, data: ChartData): void {
  visit(tree, 'element', (figure, index, parent) => {
    const shown = contentOf(figure, data)
    if (shown === undefined || index === undefined || parent === undefined) return undefined
    const label = element('span', {className: ['label']}, [filled(data.words.dataOf, labelOf(figure))])
    const tables = shown.filter((child) => isElement(child, 'table'))
    for (const table of tables) if (isElement(table.children[0])) table.children[0].children.unshift(label)
    const blocks = tables.map((table) => element('div', {className: ['table-figure', 'chart-data']}, [table]))
    parent.children.splice(index + 1, 0, ...blocks)
    return [SKIP, index + 1 + blocks.length]
  })
}

function contentOf(figure: Element, data: ChartData): Element[] | undefined {
  const chart = data.charts.find(({key}) => isElement(figure, 'figure') && key === figure.properties.id)
  if (chart === undefined) return undefined
  const drawing = data.drawings.get(chart.key)
  const short = (drawing?.tables ?? []).filter(({rows}) => rows.length > 0 && rows.length <= MOST_ROWS)
  const description = drawing?.description ?? ''
  const paragraphs = description === '' ? [] : [element('p', {className: ['chart-description']}, [description])]
  const content = [...paragraphs, ...short.map((table) => tableElement(table, data.lang))]
  return content.length > 0 ? content : undefined
}

/** The names of data in a chart's spec, wherever it takes some, each once. */
export function namesOf(spec: unknown): readonly string[] {
  if (typeof spec !== 'object' || spec === null) return []
  const data = (spec as {data?: {name?: unknown}}).data
  const own = typeof data?.name === 'string' ? [data.name] : []
  return [...new Set([...own, ...Object.values(spec).flatMap((part) => namesOf(part))])]
}

function tableElement(table: Table, lang: string): Element {
  const heads = table.fields.map((field) => element('th', {scope: 'col', ...numeric(field)}, [headText(field)]))
  const rows = table.rows.map((row, index) => {
    const cells = table.fields.map((field, column) => {
      const raw = row[field.name] ?? null
      const mark = table.missing?.[`${index}:${field.name}`] ?? missingText
      const content = raw === null ? mark : formattedCell(raw, field, lang)
      return element(column === 0 ? 'th' : 'td', {...(column === 0 && {scope: 'row'}), ...numeric(field)}, [content])
    })
    return element('tr', {}, cells)
  })
  const legend = maybeMarksLine(marksOf(table), lang)
  const title = legend === undefined ? table.title : `${table.title} (${legend.replace(/\.$/, '')})`
  const caption = element('caption', {}, [element('span', {className: ['subtitle']}, [title])])
  return element('table', {}, [caption, element('thead', {}, [element('tr', {}, heads)]), element('tbody', {}, rows)])
}

/** The marks that stand in the cells of a table. */
function marksOf({rows, fields, missing}: Table): readonly string[] {
  return rows.flatMap((row, index) =>
    fields.flatMap(({name}) => ((row[name] ?? null) === null ? [missing?.[`${index}:${name}`] ?? missingText] : [])),
  )
}

function headText(field: Field): string {
  return field.group === undefined ? plainTitle(field) : `${field.group}, ${plainTitle(field)}`
}

function numeric({type}: Field): {className: string[]} | undefined {
  return type === 'integer' || type === 'number' ? {className: ['num']} : undefined
}

function labelOf(figure: Element): string {
  const labels: ElementContent[] = []
  visit(figure, 'element', (node) => {
    if (hasClass(node, 'label')) labels.push(node)
  })
  return plainText(labels.slice(0, 1))
}
