import type {Expected} from './audit-pdf.ts'
import {comparing, isRightToLeft, quoted} from './comparable.ts'
import type {ReadBack} from './read-back.ts'

/**
 * Every text of the body, once and in order. What stands between them (page numbers, words that styles put in) may be
 * anything but one of them again.
 */
export function findLostTexts(read: ReadBack, {texts, uncovered}: Expected): string[] {
  const compare = comparing(uncovered)
  const whole = joined(read.body, compare)
  const faults: string[] = []
  const between: string[] = []
  let at = 0
  for (const {kind, text} of texts) {
    // Known only by their letters, not by their order: the notes are compared so.
    if (isRightToLeft(text)) continue
    const wanted = compare(text)
    const found = whole.letters.indexOf(wanted, at)
    if (found < 0) {
      faults.push(`the ${names[kind]} ${quoted(text)} is lost, expected after ${whole.placeOf(at)}`)
      continue
    }
    if (found > at) between.push(whole.letters.slice(at, found))
    at = found + wanted.length
  }
  between.push(whole.letters.slice(at))
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
  return texts.flatMap(({text}) => {
    const letters = compare(text)
    const isDoubled = letters.length >= shortest && gaps.some((gap) => gap.includes(letters))
    return isDoubled ? [`the text ${quoted(text)} stands in the PDF more often than in the document`] : []
  })
}

interface Joined {
  readonly letters: string
  /** In words, for a message. */
  readonly placeOf: (offset: number) => string
}

function joined(texts: ReadBack['body'], compare: (text: string) => string): Joined {
  const starts: number[] = []
  const parts: string[] = []
  let length = 0
  for (const {text} of texts) {
    const part = compare(text)
    starts.push(length)
    parts.push(part)
    length += part.length
  }
  const placeOf = (offset: number): string => {
    const last = texts[starts.findLastIndex((start) => start < offset)]
    return last === undefined ? 'the begin' : `${quoted(last.text)} on page ${last.page}`
  }
  return {letters: parts.join(''), placeOf}
}
