import type {Element} from 'hast'
import type {Position} from 'unist'
import {readLock} from '../changes/lock.ts'
import type {NoticeWords} from '../changes/notice-words.ts'
import type {RevisedItem, Revision} from '../changes/revisions.ts'
import {formatDate} from '../editions/edition-dates.ts'
import {filled} from '../editions/words.ts'
import type {Context} from './context.ts'
import {element} from './element.ts'

/** A revision, and where the author wrote of it. */
export interface ToldRevision extends Revision {
  readonly position?: Position | undefined
}

/**
 * What was revised and corrected in this edition and earlier ones, latest first: what was accepted, and the corrections
 * that the front matter tells of.
 */
export function revisionsOf(context: Context): readonly ToldRevision[] {
  const all = [...typedCorrections(context), ...acceptedRevisions(context)]
  return all.toSorted(({date: a = ''}, {date: b = ''}) => (a < b ? 1 : Number(a > b) * -1))
}

function acceptedRevisions({merged}: Context): readonly Revision[] {
  const {accepted} = merged.brief
  // One that could not be read has its message.
  if (accepted === undefined || accepted.messages.length > 0) return []
  return readLock(accepted)?.revisions ?? []
}

function typedCorrections({merged: {brief, frontMatter}}: Context): readonly ToldRevision[] {
  return (frontMatter.corrections ?? []).map(({date, text}, index) => {
    const point = brief.at(['corrections', index, 'text'])
    return {kind: 'correction', date, note: text, changes: [], position: point && {start: point, end: point}}
  })
}

export interface Telling {
  readonly words: NoticeWords
  readonly context: Context
}

/** What happened and when, why, and what was changed from what to what. */
export function tellRevision(revision: ToldRevision, {words, context}: Telling): Element {
  const {kind, date, from, note, changes, position} = revision
  const {lang} = context.merged.frontMatter
  const name = words[kind]
  const head = date === undefined ? name : filled(words.dated, name, formatDate(date, lang))
  const since = from === undefined || from === date ? [] : [filled(words.since[kind], formatDate(from, lang))]
  const reason = note === undefined ? [] : context.inline(note, {position})
  const told = changes.flatMap((item) => changeOf(item, {words, context}))
  const others = otherLines(changes, words)
  const spaced = [...since, ...(reason.length > 0 ? [reason] : [])].flatMap((part) => [' ', part].flat())
  return element('div', {className: [kind], ...(date !== undefined && {dataDate: date})}, [
    element('p', {}, [element('strong', {}, [`${head}.`]), ...spaced]),
    ...(told.length > 0
      ? [
          element(
            'ul',
            {},
            told.map((line) => element('li', {}, [line])),
          ),
        ]
      : []),
    ...others.map((line) => element('p', {}, [line])),
  ])
}

/** Of values, those that the author has given a title: a name is none of the reader's business. */
function changeOf({kind, label, before = '', after = ''}: RevisedItem, {words, context}: Telling): readonly string[] {
  if (kind === 'text') return [filled(words.text, after, before)]
  const title = kind === 'value' ? context.merged.brief.definitions.values.get(label)?.title : undefined
  return title === undefined ? [] : [filled(words.value, title, after, before)]
}

/** Data sets with what became of their rows, and the figures and tables that follow from them. */
function otherLines(changes: readonly RevisedItem[], words: NoticeWords): readonly string[] {
  const data = changes.flatMap(({kind, label, rows}) => {
    if (kind !== 'data' || rows === undefined) return []
    const parts = [
      counted(words.rowsAdded, rows.added),
      counted(words.rowsRemoved, rows.removed),
      counted(words.cellsChanged, rows.cells),
    ].filter((part) => part !== '')
    return parts.length === 0 ? [] : [`${label}${words.colon}${parts.join(', ')}.`]
  })
  const drawn = changes.filter(({kind}) => kind === 'chart' || kind === 'table').map(({label}) => label)
  return [...data, ...(drawn.length === 0 ? [] : [filled(words.drawn, drawn.join(', '))])]
}

function counted([one, many]: readonly [string, string], count: number): string {
  return count === 0 ? '' : filled(count === 1 ? one : many, count)
}
