import type {Element, Root} from 'hast'
import {visit} from '../../visit.ts'
import {element, hasClass, isElement, plainText} from '../../document/element.ts'
import type {ChartRequest, OutputFile} from '../../model/document.ts'
import {formatBytes} from '../byte-size.ts'
import {namesOf} from '../chart-data.ts'
import {writeCsv} from '../csv.ts'
import {formatDate} from '../edition-dates.ts'
import type {EditionInput} from '../edition-input.ts'
import {filled, wordsOf, type Words} from '../words.ts'

/** A table that the page offers as a file. */
export interface Download {
  readonly name: string
  readonly title: string
  /** Relative to the page. */
  readonly href: string
  /** `CSV, 1.2 kB` */
  readonly kind: string
  readonly asOf: string | undefined
  readonly file: OutputFile & {readonly content: Uint8Array}
}

/** The tables that the document shows or draws, as CSV files. */
export function collectDownloads({document, tables}: EditionInput): Download[] {
  const words = wordsOf(document.frontMatter.lang)
  return document.tables.flatMap((name) => {
    const table = tables.get(name)
    if (table === undefined) return []
    const content = new TextEncoder().encode(writeCsv(table))
    const path = `data/${name}.csv`
    return {
      name,
      title: table.title,
      href: encodeURI(path),
      kind: `CSV, ${formatBytes(content.length, words)}`,
      asOf: table.asOf === undefined ? undefined : formatDate(table.asOf, document.frontMatter.lang),
      file: {path, content},
    }
  })
}

/** The drawings as files, by chart: SVG, and PNG where there are pictures. */
export function collectDrawings(
  {drawings, pictures}: Pick<EditionInput, 'drawings' | 'pictures'>,
  words: Words,
): ReadonlyMap<string, readonly Download[]> {
  const offer = (key: string, form: 'SVG' | 'PNG', content: Uint8Array): Download => {
    const path = `charts/${key}.${form.toLowerCase()}`
    const kind = `${form}, ${formatBytes(content.length, words)}`
    return {name: key, title: words.drawing, href: encodeURI(path), kind, asOf: undefined, file: {path, content}}
  }
  return new Map(
    [...drawings.values()].map(({key, svg}) => {
      const png = pictures?.get(key)
      const drawing = offer(key, 'SVG', new TextEncoder().encode(svg))
      return [key, png === undefined ? [drawing] : [drawing, offer(key, 'PNG', png)]]
    }),
  )
}

/** What the page offers. */
export interface Downloads {
  readonly tables: readonly Download[]
  readonly drawings: ReadonlyMap<string, readonly Download[]>
  readonly words: Words
}

/**
 * Puts links below charts, to their data and drawing, and below tables that say in `data-table` which one they show.
 */
export function placeDownloads(
  tree: Root,
  {tables, drawings, words}: Downloads,
  charts: readonly ChartRequest[],
): void {
  const byChart = new Map(charts.map((chart) => [chart.key, new Set(namesOf(chart.source.spec))]))
  visit(tree, 'element', (node) => {
    const id = String(node.properties.id)
    const names = isElement(node, 'figure') ? byChart.get(id) : tableNames(node)
    if (names === undefined) return
    const links = dataLinks(
      node,
      tables.filter(({name}) => names.has(name)),
      words,
    )
    const drawn = isElement(node, 'figure') ? (drawings.get(id) ?? []) : []
    const all = [...links, ...drawn.map((drawing) => downloadLink(drawing, drawing.title))]
    if (all.length > 0) node.children.push(downloadLine(all))
  })
}

function tableNames(node: Element): Set<string> | undefined {
  const {dataTable} = node.properties
  return typeof dataTable === 'string' ? new Set([dataTable]) : undefined
}

function dataLinks(block: Element, offered: readonly Download[], words: Words): Element[] {
  const label = labelOf(block)
  const isOnly = offered.length === 1 && label !== ''
  return offered.map((download) => downloadLink(download, isOnly ? filled(words.dataOf, label) : download.title))
}

function downloadLink({href, kind}: Download, words: string): Element {
  return element('a', {href, download: true}, [`${words} (${kind})`])
}

function downloadLine(links: readonly Element[]): Element {
  const separated = links.flatMap((link, index) => (index === 0 ? [link] : [' · ', link]))
  return element('p', {className: ['download-line']}, separated)
}

function labelOf(block: Element): string {
  const labels: Element[] = []
  visit(block, 'element', (node) => {
    if (hasClass(node, 'label')) labels.push(node)
  })
  return plainText(labels.slice(0, 1))
}
