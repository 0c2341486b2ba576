import handlebars from 'handlebars'
import {VFile} from 'vfile'
import {mergeContext} from '../../../src/merge/merge-context.ts'
import {mergeText, type MergedText} from '../../../src/merge/merge-text.ts'
import {placesInLines} from '../../../src/merge/source-places.ts'
import type {FrontMatter} from '../../../src/model/brief.ts'
import type {Cell} from '../../../src/model/data.ts'
import type {Value, Values} from '../../../src/model/values.ts'
import {tableOf} from '../values/brief-of.ts'

export const attacks = tableOf('attacks', 'region attacks:integer until:date', [
  ['Sindh', 1234, '2022-08-14'],
  ['*KP*', null, null],
  ['Punjab', 5, '2021-01-01'],
])

export const frontMatter: FrontMatter = {
  title: 'The *title*',
  subtitle: 'Plain',
  authors: [{name: 'A. Author', affiliation: 'Here'}, {name: 'B. Author'}],
  lang: 'en',
  keywords: ['one', 'two'],
  abbreviations: {},
  numberSections: 2,
  template: 'default',
  options: {},
}

/** Values by name, each printed as its raw value unless it comes with a text. */
export function valuesOf(raws: Readonly<Record<string, Cell | readonly Cell[] | Partial<Value>>>): Values {
  const values = Object.entries(raws).map(([name, raw]): [string, Value] => [
    name,
    {name, raw: null, text: '', ...parts(raw)},
  ])
  return {values: new Map(values), tables: new Map([['attacks', attacks]])}
}

function parts(raw: Cell | readonly Cell[] | Partial<Value>): Partial<Value> {
  return typeof raw === 'object' && raw !== null && 'raw' in raw
    ? raw
    : {raw: raw as Cell, text: typeof raw === 'object' ? '' : String(raw)}
}

export interface MergedOne extends MergedText {
  readonly file: VFile
  /** Messages as `line:column id`. */
  readonly said: readonly string[]
}

/** Merges one text with the values given. */
export function mergeOne(
  text: string,
  raws: Parameters<typeof valuesOf>[0] = {},
  landing: 'markdown' | 'plain' = 'markdown',
): MergedOne {
  const file = new VFile({path: 'brief.md', value: text})
  const context = mergeContext(valuesOf(raws), frontMatter)
  const source = {file, text, locate: placesInLines(text, 1), landing}
  const merged = mergeText(handlebars.create(), context, source)
  return {...merged, file, said: file.messages.map(({line, column, ruleId}) => `${line}:${column} ${ruleId}`)}
}
