import type {PassageKind} from '../prose/passage.ts'
import {formatValue} from '../values/format.ts'
import type {Baseline} from './baseline.ts'
import {itemsOf, type Alarm, type Changes, type TextItem} from './compare.ts'
import type {Flag, ValueChange} from './compare-values.ts'
import type {KeptValue} from './snapshot.ts'

// The words of the report, the same on the terminal and on the page.

/** `12 changes since the accepted edition of 15 September 2022` */
export function headlineOf(changes: Changes, baseline: Pick<Baseline, 'kind' | 'name'>): string {
  const count = itemsOf(changes).length
  const since = `${baselineName(baseline)}${dateOf(changes.dates.before)}`
  return count === 0 ? `no change since ${since}` : `${counted(count, 'change')} since ${since}`
}

function baselineName({kind, name}: Pick<Baseline, 'kind' | 'name'>): string {
  if (kind === 'accepted') return 'the accepted edition'
  return kind === 'revision' ? `revision ${name}` : name
}

function dateOf(date: string | undefined): string {
  return date === undefined ? '' : ` of ${dateText(date)}`
}

/** An ISO date to the precision that it has. */
export function dateText(iso: string): string {
  const format = iso.length <= 4 ? 'year' : iso.length <= 7 ? 'month-year' : 'date'
  return formatValue(iso, {format, lang: 'en-GB'})
}

/** `1 row`, `3 rows` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatValue(count, {format: 'integer', lang: 'en'})} ${count === 1 ? one : many}`
}

const kindNames: Readonly<Record<PassageKind, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  abstract: 'Abstract',
  front: 'Front and back matter',
  'key-message': 'Key message',
  heading: 'Heading',
  paragraph: 'Paragraph',
  item: 'List item',
  quotation: 'Quotation',
  caption: 'Caption',
  'note-line': 'Line under',
  'source-line': 'Source of',
  alt: 'Text alternative',
  head: 'Head',
  cell: 'Cell',
  note: 'Note',
}

/** What a passage is and where it stands: `Caption, Figure 3`. */
export function placeOf({kind, where}: TextItem): string {
  const name = kindNames[kind]
  return where === '' || kind === 'heading' ? name : `${name}, ${where}`
}

/** `−20 (−8%)` or, for a share, `−4 points` */
export function sizeOf({difference, percent, before, after}: ValueChange): string {
  if (difference === undefined) return ''
  const isShare = [before, after].some((value) => /percent|points/.test(value?.format ?? ''))
  const size = formatValue(difference, {format: 'signed', lang: 'en'})
  if (isShare) return `${size} points`
  return percent === undefined ? size : `${size} (${percentText(percent)})`
}

function percentText(percent: number): string {
  const format = Math.abs(percent) < 9.95 ? 'percent1' : 'percent'
  const text = formatValue(Math.abs(percent), {format, lang: 'en'}).replace('.0%', '%')
  return `${percent < 0 ? '−' : '+'}${text}`
}

/** What an editor has to look at, as a sentence. */
export function flagText(flag: Flag, {before, after}: Pick<ValueChange, 'before' | 'after'>): string {
  switch (flag.kind) {
    case 'sign':
      return typeof after?.raw === 'number' && after.raw < 0 ? 'was above zero, is below' : 'was below zero, is above'
    case 'threshold':
      return crossingText(flag, after)
    case 'standing':
      return standingTexts[flag.of](textOf(before), textOf(after))
    case 'as-of':
      return `as of ${dated(flag.before)}, now as of ${dated(flag.after)}`
    case 'definition':
      return 'is computed in another way'
    case 'rounding':
      return `prints as before: ${rawText(before)} became ${rawText(after)}`
    default:
      return `${flag.kind}: ${named(flag.before)}, now ${named(flag.after)}`
  }
}

/** What happened to a value in a text: `kp-attacks-change was above zero, is below` */
export function alarmText({value, flag}: Alarm): string {
  return `${value.name} ${flagText(flag, value)}`
}

function textOf(value: KeptValue | undefined): string {
  return value?.text ?? ''
}

function rawText(value: KeptValue | undefined): string {
  return String(value?.raw)
}

function crossingText({at, side, asked}: Extract<Flag, {kind: 'threshold'}>, value: KeptValue | undefined): string {
  const sign = /percent/.test(value?.format ?? '') ? '%' : ''
  const mark = typeof at === 'number' ? `${formatValue(at, {lang: 'en'})}${sign}` : `\`${at}\``
  const place = {
    above: `is now above ${mark}`,
    below: `is now below ${mark}`,
    equal: `is now ${mark}`,
    different: `is now other than ${mark}`,
  }
  return asked ? `${place[side]}, for which the text asks` : place[side]
}

const standingTexts: Readonly<Record<'rank' | 'order' | 'superlative', (was: string, is: string) => string>> = {
  rank: (was, is) => `another rank: was ${was}, is ${is}`,
  order: () => 'another order or other members',
  superlative: (was, is) => `another one leads: was ${was}, is ${is}`,
}

function named(text: string): string {
  return text === '' ? 'none' : text
}

function dated(date: string): string {
  return date === '' ? 'no date' : dateText(date)
}
