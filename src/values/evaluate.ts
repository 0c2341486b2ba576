import {report} from '../messages/message.ts'
import type {Brief} from '../model/brief.ts'
import type {Table} from '../model/data.ts'
import type {Value, ValueDefinition, Values} from '../model/values.ts'
import type {Computed, Results} from './computed.ts'
import {openDatabase} from './database.ts'
import {evaluateValue, operandOf} from './evaluate-value.ts'
import {maybeView} from './evaluate-view.ts'
import type {Evaluation} from './evaluation.ts'
import {inOrder, type Step} from './evaluation-order.ts'
import {formatValue} from './format.ts'

/**
 * Computes the views and values of a brief from its data, each after those that it reads or names.
 *
 *     resources ──> views <──> values
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
  if (!hasQueries && definitions.views.size === 0) {
    const steps = [...definitions.values.values()].map((definition) => ({kind: 'value', definition}) as const)
    return await evaluateSteps(basis, steps)
  }
  using database = await openDatabase([...resources.values()], store)
  const evaluation = {...basis, database}
  return await evaluateSteps(evaluation, inOrder(evaluation))
}

async function evaluateSteps(basis: Evaluation, steps: readonly Step[]): Promise<Values> {
  const {definitions, database} = basis
  const results: Results = new Map<string, Computed | undefined>()
  const values = new Map<string, Value>()
  const tables = new Map(basis.tables)
  const evaluation = {...basis, tables}
  const operand = operandOf(evaluation, results)
  for (const {kind, definition} of steps) {
    if (kind === 'view') {
      const table = database && (await maybeView({...evaluation, database}, definition, operand))
      if (table !== undefined) tables.set(definition.name, table)
    } else {
      const computed = await evaluateValue(evaluation, results, definition)
      if (computed !== undefined) values.set(definition.name, valueOf(definition, computed, evaluation))
    }
  }
  return {
    values: inWrittenOrder(values, [...definitions.values.keys()]),
    tables: inWrittenOrder(tables, [...basis.tables.keys(), ...definitions.views.keys()]),
  }
}

function inWrittenOrder<Item>(items: ReadonlyMap<string, Item>, names: readonly string[]): ReadonlyMap<string, Item> {
  return new Map(
    names.flatMap((name) => {
      const item = items.get(name)
      return item === undefined ? [] : [[name, item] as const]
    }),
  )
}

function valueOf(definition: ValueDefinition, computed: Computed, evaluation: Evaluation): Value {
  const format = definition.format ?? computed.format
  const unit = definition.unit ?? computed.unit
  const asOf = definition.asOf ?? computed.table?.asOf
  const source = definition.source ?? maybeSource(computed.table)
  return {
    name: definition.name,
    raw: computed.raw,
    ...(unit !== undefined && {unit}),
    ...(format !== undefined && {format}),
    ...(asOf !== undefined && {asOf}),
    ...(source !== undefined && {source}),
    ...(definition.note !== undefined && {note: definition.note}),
    text: textOf(computed, {format, unit, isOwn: definition.format !== undefined}, evaluation),
  }
}

interface Look {
  readonly format: string | undefined
  readonly unit: string | undefined
  /** The format is the value's own, not its column's. */
  readonly isOwn: boolean
}

/** The house style is for counts: what has a unit or a format of its own keeps its digits. */
function textOf({raw, type}: Computed, {format, unit, isOwn}: Look, {lang, definitions}: Evaluation): string {
  const wordsBelow = definitions.style?.wordsBelow
  const isCount = type === 'integer' && unit === undefined && (format ?? 'integer') === 'integer'
  const inWords = wordsBelow !== undefined && isCount && !isOwn
  return formatValue(raw, {format: inWords ? 'words' : format, type, unit, lang, wordsBelow})
}

function maybeSource(table: Table | undefined): string | undefined {
  if (table === undefined || table.sources.length === 0) return undefined
  return table.sources.map((source) => source.title).join('; ')
}
