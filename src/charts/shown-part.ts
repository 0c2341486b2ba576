import type {Field, Row, Table} from '../model/data.ts'
import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

/**
 * The part of a table that a chart shows: the columns that its spec names, and the rows that were drawn.
 *
 * @param rows their places in the table; all where there are none
 */
export function shownPart(table: Table, spec: JsonObject, rows: readonly number[] | undefined): Table {
  const {missing, ...whole} = table
  const fields = namedFields(table.fields, spec)
  const places = rows ?? table.rows.map((_, index) => index)
  const names = new Set(fields.map(({name}) => name))
  const marks = places.flatMap((place, index) =>
    [...names].flatMap((name) => {
      const mark = missing?.[`${place}:${name}`]
      return mark === undefined ? [] : [[`${index}:${name}`, mark] as const]
    }),
  )
  return {
    ...whole,
    fields,
    rows: places.flatMap((place): Row[] => {
      const row = table.rows[place]
      return row === undefined ? [] : [row]
    }),
    ...(marks.length > 0 && {missing: Object.fromEntries(marks)}),
  }
}

function namedFields(fields: readonly Field[], spec: JsonObject): readonly Field[] {
  const texts = textsOf(spec)
  const isNamed = ({name}: Field): boolean => texts.has(name) || [...texts].some((text) => isRead(text, name))
  const named = fields.filter(isNamed)
  return named.length > 0 ? named : fields
}

/** Whether an expression reads a column: `datum.rain`, `datum['rain']`. */
function isRead(text: string, name: string): boolean {
  if (!text.includes('datum')) return false
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  return new RegExp(`datum(?:\\.${escaped}(?![\\w$])|\\[['"]${escaped}['"]\\])`).test(text)
}

/** What is no text of the caption, nor said by the look. */
function textsOf(spec: JsonObject): ReadonlySet<string> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    if (Array.isArray(value)) value.forEach(collect)
    if (!isJsonObject(value)) return
    for (const [name, part] of Object.entries(value)) {
      if (!['title', 'description', 'usermeta', 'config', 'datasets', 'values'].includes(name)) collect(part)
    }
  }
  collect(spec)
  return found
}
