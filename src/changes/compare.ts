import {align} from './align.ts'
import {claimWords} from './claim-words.ts'
import {compareCharts, type ChartChange} from './compare-charts.ts'
import {comparePassages, type PassageChange} from './compare-passages.ts'
import {comparePrinted, type PrintedChange} from './compare-printed.ts'
import {compareTables, type TableChange} from './compare-tables.ts'
import {compareValues, isAlarming, type Flag, type ValueChange, type ValueContext} from './compare-values.ts'
import type {PassageKind} from '../prose/passage.ts'
import type {Snapshot} from './snapshot.ts'

/** Everything that is different between two editions. Each item has an id, by which it can be accepted. */
export interface Changes {
  readonly brief: string
  readonly lang: string
  readonly dates: {readonly before: string | undefined; readonly after: string | undefined}
  readonly texts: readonly TextItem[]
  readonly values: readonly (ValueChange & Item)[]
  readonly data: readonly (TableChange & Item)[]
  readonly charts: readonly (ChartChange & Item & Captioned)[]
  readonly printed: readonly (PrintedChange & Item & Captioned)[]
  readonly pictures: readonly (PictureChange & Item)[]
  readonly lists: readonly (ListChange & Item)[]
  readonly pages: (PagesChange & Item) | undefined
}

export interface Item {
  /** `value:attacks-after`, `data:rain`, `text:3f9a2c10`. */
  readonly item: string
  /** What a reader calls it, or where it stands. */
  readonly where: string
}

/** `front`: titles, captions, alternatives and key messages, which are read first and by most. */
export type TextItem = PassageChange & Item & {readonly front: boolean; readonly alarms: readonly Alarm[]}

/** A value printed in a changed text, and what happened to it that the words around it may not allow for. */
export interface Alarm {
  readonly value: ValueChange
  readonly flag: Flag
}

export interface Captioned {
  /** The sentences of its caption and alternative that did not change with it: are they still true? */
  readonly unchanged: readonly string[]
}

export interface PictureChange {
  readonly path: string
  readonly change: 'added' | 'removed' | 'changed'
}

/** Lines that came and went: of the contents, of the addresses that the brief points to. */
export interface ListChange {
  readonly list: 'contents' | 'references'
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

export interface PagesChange {
  readonly before: number
  readonly after: number
}

/** Compares two editions. Where a side does not know something, as the number of pages, it is not compared. */
export function compareEditions(before: Snapshot, after: Snapshot, context: ValueContext): Changes {
  const labelOf = (id: string | undefined): string => after.labels[id ?? ''] ?? before.labels[id ?? ''] ?? id ?? ''
  const data = compareTables(before.tables, after.tables)
  const renamed = data.flatMap(({columns}) => columns.renamed)
  const values = compareValues(before.values, after.values, {...context, renamed})
  const texts = textItems({before, after}, values, labelOf)
  const captioned = (id: string): Captioned => ({unchanged: unchangedCaptions(id, after, texts)})
  return {
    brief: after.brief,
    lang: after.lang,
    dates: {before: before.date, after: after.date},
    texts,
    values: values.map((change) => ({item: `value:${change.name}`, where: change.name, ...change})),
    data: data.map((change) => ({item: `data:${change.name}`, where: change.title, ...change})),
    charts: compareCharts(before, after).map((change) => ({
      item: `chart:${change.id}`,
      where: labelOf(change.id),
      ...captioned(change.id),
      ...change,
    })),
    printed: comparePrinted(before.printed, after.printed).map((change) => ({
      item: `table:${change.id}`,
      where: labelOf(change.id),
      ...captioned(change.id),
      ...change,
    })),
    pictures: comparePictures(before, after),
    lists: [
      ...compareLists('contents', before.contents, after.contents),
      ...compareLists('references', before.references, after.references),
    ],
    pages: comparePages(before, after),
  }
}

/** All items of a report, in its order. */
export function itemsOf(changes: Changes): readonly Item[] {
  const {texts, values, data, charts, printed, pictures, lists, pages} = changes
  const front = texts.filter((text) => text.front)
  const others = texts.filter((text) => !text.front)
  return [
    ...front,
    ...values,
    ...others,
    ...charts,
    ...printed,
    ...data,
    ...pictures,
    ...lists,
    ...(pages ? [pages] : []),
  ]
}

const frontKinds: ReadonlySet<PassageKind> = new Set([
  'title',
  'subtitle',
  'abstract',
  'key-message',
  'heading',
  'caption',
  'alt',
])

function textItems(
  {before, after}: {readonly before: Snapshot; readonly after: Snapshot},
  values: readonly ValueChange[],
  labelOf: (id: string | undefined) => string,
): readonly TextItem[] {
  const alarms = values.flatMap((value) => value.flags.filter(isAlarming).map((flag): Alarm => ({value, flag})))
  return comparePassages(before.passages, after.passages).flatMap(({change}): TextItem[] => {
    if (change === undefined) return []
    const front = frontKinds.has(change.kind)
    const where = change.kind === 'note' ? `[^${change.id ?? ''}]` : labelOf(change.id)
    const own = alarms.filter(({value}) => change.values.includes(value.name))
    const sentences = change.sentences.map((sentence) =>
      sentence.kind === 'stale' ? {...sentence, claims: claimWords(sentence.text, after.lang)} : sentence,
    )
    return [{item: `text:${change.key}`, where, front, alarms: own, ...change, sentences}]
  })
}

function unchangedCaptions(id: string, after: Snapshot, texts: readonly TextItem[]): readonly string[] {
  const touched = new Set(texts.filter((text) => text.id === id).flatMap(({sentences}) => sentences.flatMap(textsOf)))
  return after.passages
    .filter((passage) => passage.id === id && (passage.kind === 'caption' || passage.kind === 'alt'))
    .flatMap(({sentences}) => sentences)
    .filter((sentence) => !touched.has(sentence))
}

function textsOf(sentence: TextItem['sentences'][number]): readonly string[] {
  return sentence.kind === 'changed' ? [sentence.after] : [sentence.text]
}

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

function comparePictures({inputs: was}: Snapshot, {inputs: is}: Snapshot): readonly (PictureChange & Item)[] {
  const paths = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((path) => picture.test(path)).toSorted()
  return paths.flatMap((path): (PictureChange & Item)[] => {
    if (was[path] === is[path]) return []
    const change = was[path] === undefined ? 'added' : is[path] === undefined ? 'removed' : 'changed'
    return [{item: `picture:${path}`, where: path, path, change}]
  })
}

function compareLists(
  list: ListChange['list'],
  before: readonly string[],
  after: readonly string[],
): readonly (ListChange & Item)[] {
  const steps = align(before, after, (line) => line)
  const added = steps.flatMap((step) => (step.kind === 'added' ? [step.after] : []))
  const removed = steps.flatMap((step) => (step.kind === 'removed' ? [step.before] : []))
  return added.length + removed.length === 0 ? [] : [{item: list, where: list, list, added, removed}]
}

function comparePages({pages: was}: Snapshot, {pages: is}: Snapshot): Changes['pages'] {
  if (was === undefined || is === undefined || was === is) return undefined
  return {item: 'pages', where: 'pages', before: was, after: is}
}
