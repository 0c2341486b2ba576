import {slipSourceEarly} from '../../messages/slips.ts'
import type {Passage, Sentence} from '../../prose/passage.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

/** A date as exactly as it is given, with the words that give it. */
interface Dated {
  readonly text: string
  readonly at: number
  /** Year, month and day as far as given, as one number to compare: 20220811. */
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

const names = 'January February March April May June July August September October November December'.split(' ')
const pattern = new RegExp(`(?:(\\d{1,2}) )?(?:(${names.join('|')}) )?\\b((?:19|20)\\d{2})\\b(?!–|-)`, 'g')

/** A note whose source is dated before the event of the sentence that calls it. */
export function checkSourceDates({prose}: SlipInput): Finding[] {
  const notes = new Map(prose.passages.filter(({kind}) => kind === 'note').map((note) => [note.inside, note]))
  return prose.sentences.flatMap((sentence) => {
    if (sentence.passage.kind === 'note' || isAhead(sentence.text)) return []
    return callsOf(sentence).flatMap(({note, at}): Finding[] => {
      const passage = notes.get(`note-${note}`)
      const source = passage && sourceDate(passage)
      const event = datesOf(sentence.text).findLast((date) => sentence.start + date.at < at)
      if (passage === undefined || source === undefined || event === undefined || !isBefore(source, event)) return []
      const end = source.at + source.text.length
      return [{passage, start: source.at, end, message: slipSourceEarly(source.text, event.text)}]
    })
  })
}

/** What is still to come can be cited from before it. */
function isAhead(text: string): boolean {
  return /\b(?:will|would|shall|by|until|plans?|planned|scheduled|due|expect\w*|target\w*|aims?|forecast\w*|project\w*|from \d{4} to|for \d{4} to)\b/i.test(
    text,
  )
}

/** Calls inside of the sentence or right after its end. */
function callsOf({passage, start, end}: Sentence): Passage['calls'] {
  return passage.calls.filter(({at}) => at > start && at <= end + 1)
}

/** The date of a source that gives only one. */
function sourceDate({text}: Passage): Dated | undefined {
  const dates = datesOf(text.replace(/[“"«][^”"»]*[”"»]/g, (title) => ' '.repeat(title.length)))
  return dates.length === 1 ? dates[0] : undefined
}

function datesOf(text: string): Dated[] {
  return [...text.matchAll(pattern)].map(({0: found, 1: day, 2: month, 3: year, index}) => ({
    text: found,
    at: index,
    year: Number(year),
    month: month === undefined ? undefined : names.indexOf(month) + 1,
    day: day === undefined || month === undefined ? undefined : Number(day),
  }))
}

/** Whether one date is before another, as far as both are known. */
function isBefore(one: Dated, other: Dated): boolean {
  if (one.year !== other.year) return one.year < other.year
  if (one.month === undefined || other.month === undefined) return false
  if (one.month !== other.month) return one.month < other.month
  return one.day !== undefined && other.day !== undefined && one.day < other.day
}
