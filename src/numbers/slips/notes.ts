import {slipCitedTwice, slipIbid, slipNotePunctuation} from '../../messages/slips.ts'
import type {Passage} from '../../prose/passage.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

/** Slips of notes: "Ibid.", left-over punctuation, a source that is cited in full twice. */
export function checkNotes({prose}: SlipInput): Finding[] {
  const notes = prose.passages.filter(({kind}) => kind === 'note')
  return [...notes.flatMap(checkIbid), ...notes.flatMap(checkPunctuation), ...checkTwice(notes)]
}

function checkIbid(passage: Passage): Finding[] {
  const pattern = /\b(?:ibid(?:em)?|op\. ?cit|loc\. ?cit|idem|supra note \d+|see note \d+ above)\b\.?/gi
  return [...passage.text.matchAll(pattern)].map(({0: word, index}) => ({
    passage,
    start: index,
    end: index + word.length,
    message: slipIbid(word),
  }))
}

function checkPunctuation(passage: Passage): Finding[] {
  const {text} = passage
  // Two full stops may end an abbreviation; three are an ellipsis.
  const inside =
    /\s[,;:.](?=\s|$)|[,;:][,;:]|[,;:]\.(?!\.)|(?<!\.)\.\.(?!\.)|(?<!\b(?:al|Co|Inc|Ltd|Corp|Jr|Sr|etc|p|pp|vol|no|ed|eds|cf|St|Dr))\.,(?=\s)(?<!\p{Lu}\.,)/gu
  const found = [...text.matchAll(inside)].map(({0: mark, index}) => ({mark: mark.trim(), index}))
  const end = /[,;:–—-]$/.exec(text.trim())
  const all = end === null || found.length > 0 ? found : [{mark: end[0], index: text.trimEnd().length - 1}]
  return all.map(({mark, index}) => ({passage, start: index, end: index + 1, message: slipNotePunctuation(mark)}))
}

/** A title in quotation marks that two notes have, each with its date. */
function checkTwice(notes: readonly Passage[]): Finding[] {
  const full = new Map<string, number>()
  return notes.flatMap((passage) => {
    const title = /[“"«]([^”"»]{8,}?)[,.]?[”"»]/u.exec(passage.text)?.[0]
    const isFull = /\b(?:1[89]|20)\d{2}\b/.test(passage.text.replace(title ?? '', ''))
    if (title === undefined || !isFull) return []
    const key = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const first = full.get(key)
    if (first === undefined) {
      full.set(key, numberOf(passage))
      return []
    }
    const start = passage.text.indexOf(title)
    return [
      {passage, start, end: start + title.length, message: slipCitedTwice(title.replace(/,(?=[”"»]$)/, ''), first)},
    ]
  })
}

function numberOf({inside}: Passage): number {
  return Number(/\d+/.exec(inside ?? '')?.[0] ?? 0)
}
