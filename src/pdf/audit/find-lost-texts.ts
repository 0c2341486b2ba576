import type {Expected} from './audit-pdf.ts'
import {byDirection, comparing, quoted, writtenAt} from './comparable.ts'
import type {ReadBack} from './read-back.ts'

/**
 * Every text of the body, once and in order. What stands between them (page numbers, words that styles put in) may be
 * anything but one of them again.
 */
export function findLostTexts(read: ReadBack, {texts, uncovered}: Expected): string[] {
  const compare = comparing(uncovered)
  const [mirrored, others] = [follow(read.body, compare, 'mirrored'), follow(read.body, compare, 'others')]
  const faults = texts.flatMap(({kind, text, line}) => {
    const wanted = byDirection(compare(text))
    const isThere = mirrored.take(wanted.mirrored, 'exact')
    // Where a text runs both ways, only its letters of one direction are known in their order.
    const isAlsoThere = others.take(wanted.others, wanted.mirrored === '' ? 'exact' : 'shuffled')
    if (isThere && isAlsoThere) return []
    return [
      `the ${names[kind]} ${quoted(text)}${writtenAt(line)} is lost, expected after ${(isThere ? others : mirrored).place()}`,
    ]
  })
  const between = [...mirrored.between(), ...others.between()]
  return [...faults, ...findDoubled(between, texts, compare)]
}

const names = {heading: 'heading', caption: 'caption', cell: 'cell', text: 'text'}

/** Short texts stand in many places by right. */
const shortest = 20

function findDoubled(
  between: readonly string[],
  texts: Expected['texts'],
  compare: (text: string) => string,
): string[] {
  const gaps = between.filter((gap) => gap.length >= shortest)
  if (gaps.length === 0) return []
  return texts.flatMap(({text, line}) => {
    const {mirrored, others} = byDirection(compare(text))
    const letters = mirrored === '' ? others : mirrored
    const isDoubled = letters.length >= shortest && gaps.some((gap) => gap.includes(letters))
    return isDoubled
      ? [`the text ${quoted(text)}${writtenAt(line)} stands in the PDF more often than in the document`]
      : []
  })
}

/** The letters of one direction in all of the body, of which texts take theirs one after another. */
interface Following {
  readonly take: (letters: string, how: 'exact' | 'shuffled') => boolean
  /** Behind what text the next one is looked for. */
  readonly place: () => string
  /** What no text has taken. */
  readonly between: () => string[]
}

function follow(body: ReadBack['body'], compare: (text: string) => string, side: 'mirrored' | 'others'): Following {
  const parts = body.map(({text}) => byDirection(compare(text))[side])
  const whole = parts.join('')
  const starts: number[] = []
  let length = 0
  for (const part of parts) length = starts.push(length) && length + part.length
  const between: string[] = []
  let at = 0
  return {
    take(letters, how) {
      const found = how === 'exact' ? whole.indexOf(letters, at) : indexOfShuffled(whole, letters, at)
      if (found < 0) return false
      if (found > at) between.push(whole.slice(at, found))
      at = found + letters.length
      return true
    },
    place() {
      const last = body[starts.findLastIndex((start) => start < at)]
      return last === undefined ? 'the begin' : `${quoted(last.text)} on page ${last.page}`
    },
    between: () => [...between, whole.slice(at)],
  }
}

/** Where the letters stand together, in any order. */
function indexOfShuffled(whole: string, letters: string, from: number): number {
  const missing = new Map<string, number>()
  const count = (letter: string, by: number): void => {
    const sum = (missing.get(letter) ?? 0) + by
    if (sum === 0) missing.delete(letter)
    else missing.set(letter, sum)
  }
  for (const letter of letters.split('')) count(letter, 1)
  for (let end = from; end <= whole.length; end++) {
    if (end - letters.length >= from && missing.size === 0) return end - letters.length
    count(whole.charAt(end), -1)
    if (end - letters.length >= from) count(whole.charAt(end - letters.length), 1)
  }
  return -1
}
