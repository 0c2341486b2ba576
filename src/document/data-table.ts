import type {Element} from 'hast'
import {largeTable} from '../messages/data.ts'
import {attributeValue} from '../messages/directives.ts'
import {unknownColumn, unknownTable} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Field, Table} from '../model/data.ts'
import type {Context} from './context.ts'
import {tableBody, type TableBody} from './data-table-body.ts'
import {tableHead} from './data-table-head.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'
import {readFigureTexts} from './figure.ts'
import {readCellCalls} from './cell-calls.ts'
import {maybeMarksLine} from './missing-marks.ts'
import {tableFigure} from './table-figure.ts'
import {sourceLinks} from './data-sources.ts'

/** `::table`: a resource or view as a numbered table, its columns headed, grouped and formatted as its fields say. */
export function placeDataTable(directive: Directive, context: Context): Element {
  const name = directive.attributes.data ?? ''
  const table = context.merged.tables.get(name)
  const given = readFigureTexts(directive, context)
  if (table === undefined) {
    if (name) report(context.file, directive.position, unknownTable(name, context.merged.tables.keys()))
    return tableFigure(directive, {texts: given, table: element('table', {}, [])}, context)
  }
  if (table.size !== undefined) {
    report(context.file, directive.position, largeTable(name, table.size))
    return tableFigure(directive, {texts: given, table: element('table', {}, [])}, context)
  }
  const body = shownTable(table, {directive, context})
  const source = directive.attributes.source === undefined ? sourceLinks(table.sources) : given.source
  const marks = maybeMarksLine(body.marks, context.merged.frontMatter.lang)
  const texts = {
    ...given,
    source,
    notes: [...given.notes, ...(marks === undefined ? [] : [[{type: 'text' as const, value: marks}]])],
  }
  const figure = tableFigure(directive, {texts, table: body.element}, context)
  const properties = {...figure.properties, dataTable: name}
  return {...figure, properties, data: {marks: {...figure.data?.marks, tables: [name]}}}
}

interface Asked {
  readonly directive: Directive
  readonly context: Context
}

function shownTable(table: Table, {directive, context}: Asked): {element: Element; marks: TableBody['marks']} {
  const {attributes, position} = directive
  const fields = shownFields(table, {directive, context})
  const rowHead = rowHeadName(fields, {directive, context}) ?? fields[0]?.name
  const total = attributes.total
  if (total !== undefined && total !== 'last') report(context.file, position, attributeValue('total', total, ['last']))
  const calls = readCellCalls(attributes.calls, {table, fields, rowHead, position, context})
  const body = tableBody(table, {
    fields,
    rowHead,
    calls,
    total: total === 'last',
    lang: context.merged.frontMatter.lang,
  })
  return {element: element('table', {}, [tableHead(fields, {position, context}), body.element]), marks: body.marks}
}

function shownFields(table: Table, {directive, context}: Asked): readonly Field[] {
  const {columns} = directive.attributes
  if (!columns) return table.fields
  const names = columns.split(',').map((name) => name.trim())
  return names.flatMap((name) => {
    const field = table.fields.find((candidate) => candidate.name === name)
    if (field === undefined) reportColumn(name, table, {directive, context})
    return field === undefined ? [] : [field]
  })
}

function rowHeadName(fields: readonly Field[], {directive, context}: Asked): string | undefined {
  const {rowhead} = directive.attributes
  const names = fields.map(({name}) => name)
  if (rowhead === undefined || names.includes(rowhead)) return rowhead
  report(context.file, directive.position, attributeValue('rowhead', rowhead, names))
  return undefined
}

function reportColumn(name: string, table: Table, {directive, context}: Asked): void {
  const known = table.fields.map((field) => field.name)
  report(context.file, directive.position, unknownColumn(table.name, name, known))
}
