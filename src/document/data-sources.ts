import type {Element, ElementContent} from 'hast'
import {emptyListing} from '../messages/directives.ts'
import {report} from '../messages/message.ts'
import type {Source, Table} from '../model/data.ts'
import {formatValue} from '../values/format.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** `::data-sources`: the brief's resources with where they are from and as of when; views are made from these. */
export function placeDataSources({written, position}: Directive, context: Context): Element {
  const {merged, labels, file} = context
  const tables = (merged.brief.data?.tables ?? []).map((table) => merged.tables.get(table.name) ?? table)
  if (tables.length === 0) report(file, position, emptyListing(written, 'resources in `datapackage.json`'))
  const dated = tables.some(({asOf}) => asOf !== undefined)
  const heads = [labels.dataSet, labels.source, ...(dated ? [labels.asOf] : [])]
  const rows = tables.map((table) =>
    element('tr', {}, [
      element('th', {scope: 'row'}, context.inline(table.title, {position})),
      element('td', {}, sourceLinks(table.sources)),
      ...(dated ? [element('td', {}, [asOfText(table, merged.frontMatter.lang)])] : []),
    ]),
  )
  return element('table', {className: ['data-sources']}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', {scope: 'col'}, [head])),
      ),
    ]),
    element('tbody', {}, rows),
  ])
}

/** Titles of sources, linked where they have an address on the web. */
export function sourceLinks(sources: readonly Source[]): ElementContent[] {
  return sources.flatMap(({title, path}, index): ElementContent[] => {
    const text: ElementContent = {type: 'text', value: title}
    const source = path !== undefined && /^https?:/i.test(path) ? element('a', {href: path}, [text]) : text
    return index === 0 ? [source] : [{type: 'text', value: '; '}, source]
  })
}

function asOfText({asOf}: Table, lang: string): string {
  if (asOf === undefined) return ''
  const format = asOf.length === 4 ? 'year' : asOf.length === 7 ? 'month-year' : 'date'
  return formatValue(asOf, {format, lang})
}
