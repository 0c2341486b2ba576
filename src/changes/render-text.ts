import type {Baseline} from './baseline.ts'
import {itemsOf, type Changes, type TextItem} from './compare.ts'
import type {PrintedChange} from './compare-printed.ts'
import type {TableChange} from './compare-tables.ts'
import type {ValueChange} from './compare-values.ts'
import {cellText, columnLines, listedCells, schemaLines, summaryOf} from './describe-data.ts'
import {alarmText, counted, flagText, headlineOf, placeOf, sizeOf} from './describe.ts'
import type {Mark} from './words.ts'

export interface TextOptions {
  readonly color: boolean
  readonly baseline: Pick<Baseline, 'kind' | 'name'>
  /** The page with all of it, as the user can open it. */
  readonly page?: string
}

/** The report for a terminal: what is read first comes first. */
export function renderText(changes: Changes, {color, baseline, page}: TextOptions): string {
  const ink = inks(color)
  const head = `${changes.brief}: ${headlineOf(changes, baseline)}\n`
  if (itemsOf(changes).length === 0) return head
  const sections = Object.entries(sectionsOf(changes, ink)).map(([title, blocks]) => sectionText(title, blocks, ink))
  const foot = page === undefined ? '' : `\nSide by side: ${page}\n`
  return `${head}${sections.join('')}${foot}Accept all: brief accept ${changes.brief}. One: --item NAME, by the names at the ends of the lines.\n`
}

interface Inks {
  readonly strong: (text: string) => string
  readonly quiet: (text: string) => string
  readonly alarm: (text: string) => string
  readonly removed: (text: string) => string
  readonly added: (text: string) => string
}

function inks(color: boolean): Inks {
  const ink = (code: string) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  return {
    strong: ink('1'),
    quiet: ink('2'),
    alarm: ink('33'),
    // Without colour as in the output of wdiff.
    removed: (text) => (color ? `\u001b[31;9m${text}\u001b[0m` : `[-${text}-]`),
    added: (text) => (color ? `\u001b[32m${text}\u001b[0m` : `{+${text}+}`),
  }
}

interface Block {
  readonly item: string
  readonly name: string
  readonly lines: readonly string[]
}

function sectionsOf(changes: Changes, ink: Inks): Readonly<Record<string, readonly Block[]>> {
  const {texts, values, charts, printed, data, pictures, lists, pages} = changes
  const ofTexts = (isFront: boolean): readonly Block[] =>
    texts
      .filter(({front}) => front === isFront)
      .map((text) => ({item: text.item, name: placeOf(text), lines: textLines(text, ink)}))
  const block = ({item, where}: {item: string; where: string}, lines: readonly string[]): Block => {
    return {item, name: where, lines}
  }
  return {
    'Titles, captions and key messages': ofTexts(true),
    Values: values.map((value) => block(value, valueLines(value, ink))),
    'Text and notes': ofTexts(false),
    Charts: charts.map((chart) =>
      block(chart, [changeName(chart.change), ...staleLines(chart.unchanged, 'the chart', ink)]),
    ),
    Tables: printed.map((table) => block(table, [tableLine(table), ...staleLines(table.unchanged, 'the table', ink)])),
    Data: data.map((table) => block(table, dataLines(table, ink))),
    Pictures: pictures.map((picture) => block(picture, [changeName(picture.change)])),
    'Contents and references': lists.map((list) =>
      block(list, [...list.removed.map(ink.removed), ...list.added.map(ink.added)]),
    ),
    Pages: pages === undefined ? [] : [block(pages, [`${pages.before}, now ${pages.after}`])],
  }
}

function sectionText(title: string, blocks: readonly Block[], ink: Inks): string {
  if (blocks.length === 0) return ''
  const texts = blocks.map(({name, item, lines}) => {
    return `  ${name}  ${ink.quiet(item)}\n${lines.map((line) => `    ${line}\n`).join('')}`
  })
  return `\n${ink.strong(title)}\n${texts.join('')}`
}

function textLines({sentences, alarms, values}: TextItem, ink: Inks): readonly string[] {
  const told = sentences.flatMap((sentence): string[] => {
    if (sentence.kind === 'changed') return [markedLine(sentence.marks, ink)]
    if (sentence.kind === 'added') return [ink.added(sentence.text)]
    return sentence.kind === 'removed' ? [ink.removed(sentence.text)] : []
  })
  const stale = sentences.flatMap((sentence) => {
    if (sentence.kind !== 'stale') return []
    const {text, claims = []} = sentence
    return [claims.length === 0 ? text : `${text} ${ink.alarm(`(${claims.join(', ')}?)`)}`]
  })
  return [...told, ...alarms.map((alarm) => ink.alarm(alarmText(alarm))), ...staleLines(stale, values.join(', '), ink)]
}

function markedLine(marks: readonly Mark[], ink: Inks): string {
  return marks.map(({kind, text}) => (kind === 'same' ? text : ink[kind](text))).join('')
}

function valueLines(value: ValueChange, ink: Inks): readonly string[] {
  const {before, after} = value
  if (before === undefined) return [`new: ${ink.added(after?.text ?? '')}`]
  if (after === undefined) return [`gone; it was ${ink.removed(before.text)}`]
  const size = sizeOf(value)
  const texts = before.text === after.text ? after.text : `${ink.removed(before.text)} ${ink.added(after.text)}`
  return [`${texts}${size === '' ? '' : `  ${size}`}`, ...value.flags.map((flag) => ink.alarm(flagText(flag, value)))]
}

/** @param cause what did change */
function staleLines(unchanged: readonly string[], cause: string, ink: Inks): readonly string[] {
  if (unchanged.length === 0) return []
  return [ink.alarm(`did not change, although ${cause} did:`), ...unchanged.map((text) => `  ${text}`)]
}

function tableLine({change, rows}: PrintedChange): string {
  if (change !== 'changed') return changeName(change)
  const of = (kind: string): number => rows.filter((row) => row.change === kind).length
  const cells = rows.flatMap((row) => row.cells).filter((cell) => cell.before !== undefined).length
  const parts = [
    [cells, 'cell', 'changed'],
    [of('added'), 'row', 'added'],
    [of('removed'), 'row', 'removed'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, what, how]) => `${counted(count, what)} ${how}`)
  return told.length === 0 ? 'its heads changed' : told.join(', ')
}

function dataLines(table: TableChange, ink: Inks): readonly string[] {
  const rows = [
    ...table.added.map(
      ({row, cells}) =>
        `${ink.added(row)}: ${Object.entries(cells)
          .map(([name, cell]) => `${name} ${cellText(cell)}`)
          .join(', ')}`,
    ),
    ...table.removed.map(({row}) => ink.removed(row)),
  ]
  const cells = listedCells(table).map(
    ({row, column, before, after}) =>
      `${row}, ${column}: ${ink.removed(cellText(before))} ${ink.added(cellText(after))}`,
  )
  const shown = rows.length > 20 ? [...rows.slice(0, 20), `and ${rows.length - 20} rows more`] : rows
  return [summaryOf(table), ...schemaLines(table), ...shown, ...cells, ...columnLines(table)]
}

function changeName(change: 'added' | 'removed' | 'changed'): string {
  return {added: 'new', removed: 'gone', changed: 'looks different'}[change]
}
