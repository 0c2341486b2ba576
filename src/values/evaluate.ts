import {report} from '../messages/message.ts'
import type {Brief} from '../model/brief.ts'
import type {Table} from '../model/data.ts'
import type {Value, ValueDefinition, Values} from '../model/values.ts'
import type {Computed, Results} from './computed.ts'
import {openDatabase} from './database.ts'
import {evaluateValue} from './evaluate-value.ts'
import {evaluateViews} from './evaluate-views.ts'
import type {Evaluation} from './evaluation.ts'
import {formatValue} from './format.ts'

/**
 * Computes the views and values of a brief from its data.
 *
 *     resources ──> views, each after those it reads ──> values, each after those it names
 *
 * Mistakes are left on `values.yaml`, all of them; a value or view that has one is missing from the result.
 */
export async function evaluate(brief: Brief): Promise<Values> {
  const {definitions, data, frontMatter} = brief
  const resources = new Map((data?.tables ?? []).map((table) => [table.name, table]))
  const basis: Evaluation = {
    definitions,
    tables: resources,
    lang: frontMatter.lang,
    report: (place, message) => report(definitions.file ?? brief.narrative, place, message),
  }
  // Taken here, and closed with the database.
  const store = data?.store
  const hasQueries = store !== undefined || [...definitions.values.values()].some(({form}) => form === 'sql')
  // Without SQL the database, which takes a while to load, has nothing to do.
  if (!hasQueries && definitions.views.size === 0) return {values: await evaluateValues(basis), tables: resources}
  using database = await openDatabase([...resources.values()], store)
  const tables = await evaluateViews({...basis, database})
  return {values: await evaluateValues({...basis, tables, database}), tables}
}

async function evaluateValues(evaluation: Evaluation): Promise<ReadonlyMap<string, Value>> {
  const results: Results = new Map<string, Computed | undefined>()
  const values = new Map<string, Value>()
  for (const definition of evaluation.definitions.values.values()) {
    const computed = await evaluateValue(evaluation, results, definition)
    if (computed !== undefined) values.set(definition.name, valueOf(definition, computed, evaluation.lang))
  }
  return values
}

function valueOf(definition: ValueDefinition, computed: Computed, lang: string): Value {
  const {raw, type} = computed
  const format = definition.format ?? computed.format
  const unit = definition.unit ?? computed.unit
  const asOf = definition.asOf ?? computed.table?.asOf
  const source = definition.source ?? maybeSource(computed.table)
  return {
    name: definition.name,
    raw,
    ...(unit !== undefined && {unit}),
    ...(format !== undefined && {format}),
    ...(asOf !== undefined && {asOf}),
    ...(source !== undefined && {source}),
    ...(definition.note !== undefined && {note: definition.note}),
    text: formatValue(raw, {format, type, unit, lang}),
  }
}

function maybeSource(table: Table | undefined): string | undefined {
  if (table === undefined || table.sources.length === 0) return undefined
  return table.sources.map((source) => source.title).join('; ')
}
