import type {Element, ElementContent} from 'hast'
import {chartWithoutAlt, unknownChart} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {ChartSource} from '../model/brief.ts'
import type {ChartRequest} from '../model/document.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, markedText, plainText} from './element.ts'
import {figureElement, readFigureTexts, type FigureTexts} from './figure.ts'

/** `::chart`: a figure with room for the drawing. Texts that the directive leaves out come from the chart file. */
export function placeChart(directive: Directive, context: Context): Element {
  const name = directive.attributes.spec ?? ''
  // Its captions are read with what was printed marked; it is drawn without.
  const source = context.merged.charts.get(name)
  const texts = withDefaults(readFigureTexts(directive, context), {directive, source, context})
  const content = element('div', {className: ['chart']}, [])
  const figure = figureElement(directive, {texts, content, className: 'chart-figure'}, context)
  if (source === undefined) {
    if (name) report(context.file, directive.position, unknownChart(name, context.merged.charts.keys()))
    return figure
  }
  const alt = alternative(directive, source, context)
  if (alt.alt === undefined) report(context.file, directive.position, chartWithoutAlt(name))
  const drawn = context.charts.get(name) ?? source
  const chart = {source: drawn, ...alt, place: directive.position?.start}
  return {...figure, data: {marks: {...figure.data?.marks, chart, tables: tablesOf(source.spec, context)}}}
}

type Alternative = Pick<ChartRequest, 'alt' | 'markedAlt' | 'altPath'>

/** The text alternative of a chart, as plain text: of the directive, else of the chart file. */
function alternative({attributes, from, position}: Directive, source: ChartSource, context: Context): Alternative {
  const {description} = source.spec
  if (attributes.alt) return alternativeOf(context.inline(attributes.alt, from('alt')))
  if (typeof description !== 'string' || description === '') return {alt: undefined}
  const {file} = source
  return {...alternativeOf(context.inline(description, {position, file})), altPath: file.path}
}

function alternativeOf(content: readonly ElementContent[]): Alternative {
  return {alt: plainText(content), markedAlt: markedText(content)}
}

interface Defaults {
  readonly directive: Directive
  readonly source: ChartSource | undefined
  readonly context: Context
}

// An attribute that is there but empty counts: it hides the text of the chart file.
function withDefaults(texts: FigureTexts, {directive, source, context}: Defaults): FigureTexts {
  if (source === undefined) return texts
  const {file, spec} = source
  const {attributes, label, position} = directive
  const title: Readonly<Record<string, unknown>> = isRecord(spec.title) ? spec.title : {text: spec.title}
  const usermeta: Readonly<Record<string, unknown>> = isRecord(spec.usermeta) ? spec.usermeta : {}
  const note = fromFile(usermeta.note)
  return {
    headline: label.length > 0 ? texts.headline : fromFile(title.text),
    subtitle: attributes.subtitle === undefined ? fromFile(title.subtitle) : texts.subtitle,
    notes: attributes.note === undefined && note.length > 0 ? [note] : texts.notes,
    source: attributes.source === undefined ? fromFile(usermeta.source) : texts.source,
  }

  function fromFile(text: unknown): ElementContent[] {
    const line = Array.isArray(text) ? text.join(' ') : text
    return typeof line === 'string' && line !== '' ? context.inline(line, {position, file}) : []
  }
}

// Data by name stand in the chart itself, in its layers and facets, and in lookups.
function tablesOf(spec: unknown, {merged}: Context): string[] {
  const names = new Set<string>()
  collect(spec)
  return [...names].filter((name) => merged.tables.has(name))

  function collect(value: unknown): void {
    if (Array.isArray(value)) value.forEach(collect)
    if (!isRecord(value)) return
    if (isRecord(value.data) && typeof value.data.name === 'string') names.add(value.data.name)
    Object.values(value).forEach(collect)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
