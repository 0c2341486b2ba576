import * as v from 'valibot'

// Parts of schemas. Each message is what was expected, as reportIssues wants it.

export const text = v.string('text')
export const name = v.pipe(v.string('text'), v.minLength(1, 'a name'))
export const wholePixels = v.pipe(
  v.number('a number'),
  v.integer('a whole number'),
  v.minValue(0, 'a number that is not negative'),
)

/** A map that may hold only the given names. (Valibot takes lists for maps.) */
export function map<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.custom<object>(isMap, 'a map'), v.strictObject(entries, 'a map'))
}

/** A map that may hold other names too. */
export function openMap<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.custom<object>(isMap, 'a map'), v.looseObject(entries, 'a map'))
}

/** A map of any names to one kind of value. */
export function mapOf<const Schema extends v.GenericSchema>(value: Schema) {
  return v.pipe(v.custom<object>(isMap, 'a map'), v.record(v.string(), value, 'a map'))
}

export function listOf<const Schema extends v.GenericSchema>(item: Schema) {
  return v.array(item, 'a list')
}

/** Warnings that are accepted, by the ids of their messages, each with the reason. */
export const silenced = mapOf(v.pipe(v.string('the reason as text'), v.minLength(1, 'the reason')))

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
