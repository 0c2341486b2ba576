import {numbersSum} from '../messages/numbers.ts'
import type {Sentence} from '../prose/passage.ts'
import {found, isExactCount, type Figure} from './figure.ts'
import type {Finding} from './finding.ts'

/** "3 in Kech, 4 in Gwadar and 5 in Lasbela, 13 in all", "a total of 13: 3 in Kech, 4 in Gwadar and 5 in Lasbela". */
export function checkSums(figures: readonly Figure[], sentence: Sentence): Finding[] {
  const counts = figures.filter(isExactCount)
  if (counts.length < 3 || partial.test(sentence.text)) return []
  return counts.flatMap((total) => {
    const parts = partsOf(total, counts, sentence)
    const sum = parts.reduce((so, {quantity}) => so + quantity.value, 0)
    if (parts.length < 2 || sum === total.quantity.value) return []
    const texts = parts.map(({mention}) => mention.text)
    return [found(sentence.passage, total, numbersSum(total.mention.text, texts, String(sum)))]
  })
}

/** Words by which a sentence says that its parts are not all, or not exact. */
const partial =
  /\b(?:includ\w+|among them|of whom|of which|such as|mostly|at least|about|around|some|more than|over|nearly)\b/i

function partsOf(total: Figure, counts: readonly Figure[], {passage: {text}, start, end}: Sentence): readonly Figure[] {
  const head = text.slice(start, total.mention.start)
  const tail = text.slice(total.mention.end, end)
  const before = counts.filter((count) => count.mention.end <= total.mention.start)
  const after = counts.filter((count) => count.mention.start >= total.mention.end)
  const isLast = /^(?: \p{L}+)? (?:in all|in total|altogether|all told|together)\b/u.test(tail)
  if (isLast && before.length >= 2) return isList(before, head) ? before : []
  if (isMade(total, after, tail)) return after
  const isFirst = /\b(?:total of|totalling|in all,|in total,|altogether,) $/i.test(head)
  const first = after[0]
  if (!isFirst || first === undefined) return []
  const isOpened = text.slice(total.mention.end, first.mention.start).includes(':')
  return isOpened && isList(after, tail) ? after : []
}

/**
 * "11 members: 7 men and 5 women", to the end of the sentence: a whole and what it is made of, as far as the two are of
 * one size; "3 aims: 50 schools and 20 wells" is something else.
 */
function isMade(total: Figure, parts: readonly Figure[], tail: string): boolean {
  const sum = parts.reduce((so, {quantity}) => so + quantity.value, 0)
  const isClose = Math.abs(sum - total.quantity.value) <= total.quantity.value / 4
  return isClose && /^ \p{L}+(?: \p{L}+)?: (?:\d|\p{L}+ )[^:;]*$/u.test(tail) && isList(parts, tail)
}

/** Whether counts stand in one list, each after a comma or "and". */
function isList(counts: readonly Figure[], text: string): boolean {
  return !/[;.]\s/.test(text) && (text.match(/,| and /g) ?? []).length >= counts.length - 1
}
