import type {Element, ElementContent} from 'hast'
import {noticeWordsOf, type NoticeWords} from '../changes/notice-words.ts'
import {readLock} from '../changes/lock.ts'
import type {RevisedItem, Revision} from '../changes/revisions.ts'
import {formatDate} from '../editions/edition-dates.ts'
import {filled} from '../editions/words.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'

/** The class of blocks that tell of accepted changes. */
export const noticeClass = 'change-notice'

/** `::whats-new`: what the present edition revises and corrects, of the changes that were accepted for its date. */
export function placeWhatsNew(directive: Directive, context: Context): Element {
  const words = noticeWordsOf(context.merged.frontMatter.lang)
  const revisions = revisionsOf(context)
  const present = revisions.filter(({date}) => date === context.merged.frontMatter.date)
  const entries = present.flatMap((revision) => entryOf(revision, {words, context}))
  const otherwise = element('p', {}, [revisions.length === 0 ? words.firstEdition : words.noChange])
  return notice(directive, words.whatsNew, entries.length > 0 ? entries : [otherwise])
}

/** `::corrections`: every correction since the first edition, latest first; that there is none is said too. */
export function placeCorrections(directive: Directive, context: Context): Element {
  const words = noticeWordsOf(context.merged.frontMatter.lang)
  const corrections = revisionsOf(context).filter(({kind}) => kind === 'correction')
  const entries = corrections.flatMap((revision) => entryOf(revision, {words, context}))
  return notice(directive, words.corrections, entries.length > 0 ? entries : [element('p', {}, [words.noCorrection])])
}

function revisionsOf({merged}: Context): readonly Revision[] {
  const {accepted} = merged.brief
  // One that could not be read has its message.
  if (accepted === undefined || accepted.messages.length > 0) return []
  return readLock(accepted)?.revisions ?? []
}

function notice({id, label}: Directive, title: string, content: readonly ElementContent[]): Element {
  const heading = label.length > 0 ? label : [{type: 'text' as const, value: title}]
  return element('aside', {...(id && {id}), className: ['box', 'box-note', noticeClass]}, [
    element('p', {className: ['box-title']}, [element('span', {className: ['box-heading']}, heading)]),
    ...content,
  ])
}

interface Telling {
  readonly words: NoticeWords
  readonly context: Context
}

/** What happened and when, why, and what was changed from what to what. */
function entryOf({kind, date, from, note, changes}: Revision, {words, context}: Telling): readonly Element[] {
  const {lang} = context.merged.frontMatter
  const name = words[kind]
  const head = date === undefined ? name : filled(words.dated, name, formatDate(date, lang))
  const since = from === undefined || from === date ? [] : [filled(words.since[kind], formatDate(from, lang))]
  const reason = note === undefined ? [] : context.inline(note)
  const told = changes.flatMap((item) => changeOf(item, {words, context}))
  const others = otherLines(changes, words)
  const spaced = [...since, ...(reason.length > 0 ? [reason] : [])].flatMap((part) => [' ', part].flat())
  return [
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
  ]
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
