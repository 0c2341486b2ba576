import type {Fact} from './facts.ts'
import type {Mention, Quantity} from './mention.ts'
import {holds, normal, stemOf} from './stems.ts'

/** What the data have to say to a number that was typed. */
export interface Comparison {
  readonly verdict: 'contradiction' | 'coincidence'
  readonly fact: Fact
}

/** Where a typed number stands. */
export interface Typed {
  readonly mention: Mention
  readonly quantity: Quantity
  /** The sentence, and where in it the number begins and ends. */
  readonly sentence: string
  readonly start: number
  readonly end: number
}

/**
 * Compares a typed number with the facts of the brief. A fact of the same unit that has it is a coincidence, where it is
 * a telling one; a fact that the sentence is plainly about, and that has another, is a contradiction.
 *
 * @returns undefined where the data have nothing to say
 */
export function maybeCompare(typed: Typed, facts: readonly Fact[]): Comparison | undefined {
  const text = normal(typed.sentence)
  const alike = facts.filter(({unit}) => unit === typed.quantity.unit)
  const about = alike.filter((fact) => isAbout(fact, typed, text))
  const same = about.find((fact) => isEqual(fact, typed))
  if (same !== undefined) return {verdict: 'coincidence', fact: same}
  const against = about.find((fact) => fact.keys.length > 0 && !isNear(fact, typed))
  if (against !== undefined) return {verdict: 'contradiction', fact: against}
  const telling = alike.find((fact) => isEqual(fact, typed) && isTelling(fact, typed, text))
  return telling && {verdict: 'coincidence', fact: telling}
}

function isEqual({value}: Fact, {quantity}: Typed): boolean {
  const size = Math.abs(value)
  return Math.abs(size - Math.abs(quantity.value)) <= quantity.step / 2 && (quantity.step === 1 ? true : size > 0)
}

/** What is measured, not counted, at the beginning of what follows a number. */
const measures =
  /^[ \u00a0-](?:k?m|cm|mm|kg|g|ha|km\/h|kilomet|met(?:re|er)|mile|hectare|acre|tonne|ton|litre|liter|barrel|degree|year|month|week|day|hour|minute|second|page|watt|megawatt|MW|GW|kWh|feet|foot|point)/

/** Numbers of three digits and more that are not round hardly meet by chance; others must count the same thing. */
function isTelling(fact: Fact, typed: Typed, text: string): boolean {
  const size = Math.abs(typed.quantity.value)
  if (measures.test(typed.sentence.slice(typed.end))) return false
  if (size >= 100 && size % (size < 1000 ? 10 : 50) !== 0) return true
  const counted = countedAt(typed)
  if (fact.nouns.size === 0 || ![...fact.nouns].some((noun) => counted.has(noun))) return false
  if (size >= 100 && size % 50 !== 0) return true
  return fact.keys.length === 0 || fact.keys.some((key) => holds(text, key))
}

/** Whether the sentence counts what the fact does, names all that it is about, and nothing that it is not about. */
function isAbout({nouns, keys, others, isChange, unit}: Fact, typed: Typed, text: string): boolean {
  const counted = countedAt(typed)
  if (![...nouns].some((noun) => counted.has(noun))) return false
  if (
    unit === 'percent' &&
    isChange &&
    !/\b(?:rose|risen|rise|fell|fall|fallen|grew|grown|growth|increas\w+|decreas\w+|declin\w+|dropped|up|down|more|fewer|less)\b/.test(
      text,
    )
  )
    return false
  if (unit === 'percent' && !isChange) return false
  if (!keys.every((key) => holds(text, key))) return false
  const strangers = [...others].filter((other) => !keys.includes(other) && holds(text, other))
  if (strangers.length === 0) return true
  // "Deaths fell from 30 in 2020 to 9 in 2021": each number belongs to what stands nearest to it.
  const [from, to] = [typed.start, typed.end].map((at) => normal(`${typed.sentence.slice(0, at)}|`).length - 1)
  const distance = (name: string): number => distanceTo(text, name, [from ?? 0, to ?? 0])
  return strangers.every((other) => {
    const rivals = keys.filter((key) => isDated(key) === isDated(other))
    return rivals.length > 0 && rivals.every((key) => distance(key) < distance(other))
  })
}

/** Years and periods compete with each other for a number, and names with names. */
function isDated(key: string): boolean {
  return /\d/.test(key)
}

/** What follows a number is a little nearer: "2020 to 9 in 2021". */
function distanceTo(text: string, name: string, [from, to]: readonly [number, number]): number {
  const places = [...text.matchAll(new RegExp(name.replace(/[\^$.*+?()[\]{}|]/g, '\\$&'), 'gu'))].map(
    ({index}) => index,
  )
  return Math.min(...places.map((place) => (place >= to ? place - to - 2 : from - place - name.length)))
}

/** Within what "about", "over" and the like, or rounding, allow. */
function isNear({value}: Fact, {quantity, sentence, start}: Typed): boolean {
  const before = sentence.slice(Math.max(0, start - 24), start)
  const isRough =
    /\b(?:about|around|some|roughly|nearly|almost|over|under|than|least|most|up to|approximately|close to|above|below|approaching)\s+(?:a |an )?$/i.test(
      before,
    )
  const distance = Math.abs(Math.abs(value) - Math.abs(quantity.value))
  return isRough ? distance <= Math.abs(value) * 0.25 : distance <= quantity.step / 2
}

/** Stems of what a number counts: the words right after it, or the subject of "rose to", "numbered" right before it. */
function countedAt({sentence, start, end}: Typed): ReadonlySet<string> {
  const after =
    /^(?:\s+(?:of the |terrorist |more |new |other |separate |reported |recorded |suspected )*)([\p{L}-]+)(?:\s+([\p{L}-]+))?/u.exec(
      sentence.slice(end),
    )
  const before =
    /([\p{L}-]+)(?:\s+(?:in|across)\s+[\p{L}\s\d–-]{2,40}?)?\s+(?:rose|fell|grew|increased|decreased|declined|dropped|climbed|jumped|numbered|totalled|reached|stood|were|went|had risen|have risen|have fallen)(?:\s+\p{L}+ly)?(?:\s+from\s+[\d.,]+(?:\s+in\s+[\p{L}\d–-]+)?)?(?:\s+(?:to|by|at|up|down|from))*\s*(?:about |some |nearly |over )?$/u.exec(
      sentence.slice(0, start),
    )
  const done =
    /^\s+(?:people|persons|men, women and children|individuals|\p{L}+ people)\s+(?:were|was|are|have been|had been|being)\s+(?:reported |recorded |reportedly )?(\p{L}+)/u.exec(
      sentence.slice(end),
    )
  const counted =
    /\bnumber of (?:terrorist |reported |recorded )?([\p{L}-]+)(?:\s+(?:in|across|for)\s+[\p{L}\s\d–-]{2,40}?)?\s+(?:is|was|stood at|came to|rose to|fell to|reached)\s+(?:about |some |nearly |over )?$/u.exec(
      sentence.slice(0, start),
    )
  const words = [after?.[1], after?.[2], before?.[1], done?.[1], counted?.[1]].filter((word) => word !== undefined)
  return new Set(words.map(stemOf))
}
