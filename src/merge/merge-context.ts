import type {Author, FrontMatter} from '../model/brief.ts'
import type {Cell, Field, Table} from '../model/data.ts'
import type {HouseStyle, Value, Values} from '../model/values.ts'
import type {Printed} from '../printed.ts'
import {formatCell, formatValue, missingText} from '../values/format.ts'
import {show, type Shown} from './shown.ts'
import {withoutMarks} from './value-marks.ts'

/** What expressions can name, and how their results are written. */
export interface MergeContext {
  /** What Handlebars looks names up in: values by their whole names, `tables` and `meta`. */
  readonly root: object
  readonly values: ReadonlyMap<string, Value>
  readonly tables: ReadonlyMap<string, Table>
  readonly lang: string
  readonly style?: HouseStyle | undefined
  /** What was printed so far, by number; each text that is merged adds its own. */
  readonly printed: Printed[]
}

/** A row as expressions see it, by column. */
export type ShownRow = Readonly<Record<string, Shown>>

/** The front matter's entries, so that one that is left out is known and missing, not unknown. */
const absent: Readonly<Record<keyof FrontMatter, null>> = {
  title: null,
  subtitle: null,
  authors: null,
  date: null,
  version: null,
  updated: null,
  corrections: null,
  lang: null,
  institution: null,
  place: null,
  series: null,
  about: null,
  number: null,
  doi: null,
  url: null,
  keywords: null,
  abstract: null,
  license: null,
  licenseUrl: null,
  disclaimer: null,
  acknowledgements: null,
  contact: null,
  shortTitle: null,
  abbreviations: null,
  translations: null,
  numberSections: null,
  template: null,
  options: null,
  silence: null,
}

const absentOfAuthor: Readonly<Record<keyof Author, null>> = {
  name: null,
  affiliation: null,
  role: null,
  email: null,
  orcid: null,
  bio: null,
}

/** The entries of the front matter, and of its authors and corrections, that are Markdown. */
export const markdownEntries: readonly string[] =
  'title subtitle abstract about bio disclaimer acknowledgements text'.split(' ')

/** Names of the front matter that `meta.` reaches. */
export const metaNames: readonly string[] = Object.keys(absent)

/**
 * Sets up what the expressions of a brief can name.
 *
 * @param frontMatter where it is merged already, with what was printed marked
 */
export function mergeContext(
  {values, tables}: Values,
  frontMatter: FrontMatter,
  printed: Printed[] = [],
): MergeContext {
  const {lang} = frontMatter
  const named = [...values.values()].map((value) => [value.name, shownValue(value, lang)] as const)
  // Without prototypes: a value may be called `constructor`, and nothing but own names can be reached.
  const root = withoutPrototype([['tables', lazyTables(tables, lang)], ['meta', shownMeta(frontMatter)], ...named])
  return {root, values, tables, lang, printed}
}

/** A cell of a table as expressions see it. */
export function shownCell(table: Table, field: Field, {index, lang}: {index: number; lang: string}): Shown {
  const raw: Cell = table.rows[index]?.[field.name] ?? null
  const mark = table.missing?.[`${index}:${field.name}`] ?? missingText
  const text = raw === null ? mark : formatCell(raw, field, lang)
  const origin = {kind: 'cell', table: table.name, row: index, column: field.name} as const
  return show({raw, text, unit: field.unit ?? null, format: field.format ?? null, origin})
}

function shownValue(value: Value, lang: string): Shown {
  const {name, raw, text, unit = null, format = null, asOf, source = null, note: label} = value
  const origin = {kind: 'value', name} as const
  const note = label === undefined ? null : show({raw: label, text: `[^${label}]`, isMarkdown: true})
  return show({raw, text, unit, format, asOf: maybeDate(asOf, lang), source, note, sentence: name, origin})
}

/** An ISO date, which prints in words. */
function maybeDate(iso: string | undefined, lang: string): Shown | null {
  return iso === undefined ? null : show({raw: iso, text: formatValue(iso, {type: 'date', lang})})
}

function shownMeta(frontMatter: FrontMatter): object {
  const authors = frontMatter.authors.map((author) => shownEntries({...absentOfAuthor, ...author}))
  const date = maybeDate(frontMatter.date, frontMatter.lang)
  const updated = maybeDate(frontMatter.updated, frontMatter.lang)
  return shownEntries({...absent, ...frontMatter, authors, date, updated})
}

function shownEntries(entries: object): Readonly<Record<string, unknown>> {
  return withoutPrototype(
    Object.entries(entries).map(([name, entry]: [string, unknown]) => {
      const isMarkdown = typeof entry === 'string' && markdownEntries.includes(name)
      return [name, isMarkdown ? show({raw: withoutMarks(entry), text: entry, isMarkdown: true}) : entry]
    }),
  )
}

/** Rows are formatted only when an expression goes through them. */
function lazyTables(tables: ReadonlyMap<string, Table>, lang: string): object {
  const small = [...tables].filter(([, table]) => table.size === undefined)
  const getters = small.map(([name, table]) => {
    return [name, {enumerable: true, get: () => shownRows(table, lang)}] as const
  })
  return Object.create(null, Object.fromEntries(getters))
}

function shownRows(table: Table, lang: string): readonly ShownRow[] {
  return table.rows.map((_, index) =>
    withoutPrototype(table.fields.map((field) => [field.name, shownCell(table, field, {index, lang})])),
  )
}

function withoutPrototype<Item>(entries: readonly (readonly [string, Item])[]): Readonly<Record<string, Item>> {
  return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(entries)))
}
