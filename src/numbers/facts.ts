import type {Cell, Field, Table} from '../model/data.ts'
import type {Value, ValueDefinition, Values} from '../model/values.ts'
import {formatCell} from '../values/format.ts'
import type {Unit} from './mention.ts'
import {stemsOf, normal} from './stems.ts'

/** A figure of the data, with the words by which a sentence may speak of it. */
export interface Fact {
  /** How the author writes it: `{{attacks-after}}`. */
  readonly expression: string
  readonly value: number
  readonly text: string
  readonly unit: Unit
  /** Stems of what is counted: the words of the column's title and name. */
  readonly nouns: ReadonlySet<string>
  /** The cells that name the rows it is about, in small letters, with plain hyphens. */
  readonly keys: readonly string[]
  /** The cells of the same columns; what is none of `keys` it is not about. */
  readonly others: ReadonlySet<string>
  /** It is a change, which a sentence tells with a verb. */
  readonly isChange: boolean
}

/** Beyond this many cells only values are facts. */
const mostCells = 20_000

/** The facts of a brief: its values, and the cells of its tables. */
export function collectFacts(
  {values, tables}: Values,
  definitions: ReadonlyMap<string, ValueDefinition>,
  lang: string,
): Fact[] {
  const about = (name: string): About => aboutValue(name, {definitions, tables})
  const ofValues = [...values.values()].flatMap((value) => factOfValue(value, about(value.name)))
  const cells = [...tables.values()].reduce((sum, {rows, fields}) => sum + rows.length * fields.length, 0)
  const ofCells = cells > mostCells ? [] : [...tables.values()].flatMap((table) => factsOfTable(table, lang))
  return [...ofValues, ...ofCells]
}

interface About {
  readonly nouns: ReadonlySet<string>
  readonly keys: readonly string[]
  readonly others: ReadonlySet<string>
}

const nothing: About = {nouns: new Set(), keys: [], others: new Set()}

interface Known {
  readonly definitions: ReadonlyMap<string, ValueDefinition>
  readonly tables: ReadonlyMap<string, Table>
}

function factOfValue({name, raw, text, format, unit}: Value, about: About): Fact[] {
  if (typeof raw !== 'number') return []
  return [
    {expression: `{{${name}}}`, value: raw, text, unit: unitOf(format, unit), isChange: /change/.test(name), ...about},
  ]
}

/** What a value is about: its column and conditions, or what the values that it is computed from have in common. */
function aboutValue(name: string, known: Known, depth = 0): About {
  const definition = known.definitions.get(name)
  if (definition === undefined || depth > 5) return nothing
  const {form, argument, where} = definition
  if (Array.isArray(argument)) {
    const operands = argument.map((operand: unknown) => aboutValue(String(operand), known, depth + 1))
    return form === 'ratio' ? nothing : common(operands)
  }
  const [table, field] = columnOf(argument, known.tables)
  if (table === undefined || field === undefined || form === 'mean') return nothing
  const keys = Object.values<unknown>(where)
    .flat()
    .map((cell) => normal(String(cell)))
  return {nouns: nounsOf(field), keys, others: othersOf(table, keys)}
}

function columnOf(argument: unknown, tables: Known['tables']): [Table | undefined, Field | undefined] {
  const [name = '', column = ''] = typeof argument === 'string' ? argument.split('.') : []
  const table = tables.get(name)
  return [table, table?.fields.find((field) => field.name === column)]
}

function common(abouts: readonly About[]): About {
  const [first = nothing, ...rest] = abouts
  return {
    nouns: new Set([...first.nouns].filter((noun) => rest.every(({nouns}) => nouns.has(noun)))),
    keys: first.keys.filter((key) => rest.every(({keys}) => keys.includes(key))),
    // What distinguishes the two is part of what the value is about, but not the cells of neither.
    others: new Set([...first.others].filter((other) => rest.every(({others}) => others.has(other)))),
  }
}

function factsOfTable(table: Table, lang: string): Fact[] {
  const heads = table.fields.filter(isHead)
  const figures = table.fields.filter((field) => field.type === 'integer' || field.type === 'number')
  // The same for each of its facts: who asks leaves out the keys of one.
  const others = othersOf(table, [])
  return table.rows.flatMap((row) => {
    const keys = heads.flatMap(({name}) => keyOf(row[name] ?? null))
    return figures.flatMap((field): Fact[] => {
      const raw = row[field.name] ?? null
      if (typeof raw !== 'number') return []
      return [
        {
          expression: `${field.name} of ${keys.join(', ')} in \`${table.name}\``,
          value: raw,
          text: formatCell(raw, field, lang),
          unit: unitOf(field.format, field.unit),
          isChange: /change/.test(field.format ?? field.name),
          nouns: nounsOf(field),
          keys,
          others,
        },
      ]
    })
  })
}

function isHead({type}: Field): boolean {
  return type === 'string' || type === 'year'
}

function othersOf(table: Table, keys: readonly string[]): ReadonlySet<string> {
  const heads = table.fields.filter(isHead)
  const all = table.rows.flatMap((row) => heads.flatMap(({name}) => keyOf(row[name] ?? null)))
  return new Set(all.filter((key) => !keys.includes(key)))
}

function keyOf(cell: Cell): string[] {
  return cell === null || cell === '' ? [] : [normal(String(cell))]
}

function nounsOf({name, title}: Field): ReadonlySet<string> {
  return stemsOf(`${title.replace(/\[\^[^\]]*\]/g, '')} ${name.replace(/[_-]/g, ' ')}`)
}

function unitOf(format: string | undefined, unit: string | undefined): Unit {
  if (format === 'points') return 'points'
  return /percent/.test(format ?? '') || unit === '%' ? 'percent' : 'count'
}
