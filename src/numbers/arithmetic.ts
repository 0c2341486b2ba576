import {numbersEcho, numbersImpossibleShare, numbersPartExceeds} from '../messages/numbers.ts'
import type {Sentence} from '../prose/passage.ts'
import type {AuditedNumber} from './audit.ts'
import {checkChanges} from './check-changes.ts'
import {checkSums} from './check-sums.ts'
import {between, found, isExactCount, pairs, type Figure} from './figure.ts'
import type {Finding} from './finding.ts'
import type {Quantity} from './mention.ts'

/** Finds figures that cannot be true together, whatever the data say: within one sentence each. */
export function checkArithmetic(numbers: readonly AuditedNumber[]): Finding[] {
  const bySentence = new Map<Sentence, Figure[]>()
  for (const {sentence, mention} of numbers) {
    const {quantity} = mention
    if (sentence === undefined || quantity === undefined) continue
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), {mention, quantity}])
  }
  return [...bySentence].flatMap(([sentence, figures]) => checks.flatMap((check) => check(figures, sentence)))
}

type Check = (figures: readonly Figure[], sentence: Sentence) => Finding[]

const checks: readonly Check[] = [checkEchoes, checkShares, checkParts, checkSums, checkChanges]

/** "seven (8)". */
function checkEchoes(figures: readonly Figure[], {passage}: Sentence): Finding[] {
  return pairs(figures).flatMap(([first, second]) => {
    const isEcho = between(passage, first, second) === ' (' && passage.text[second.mention.end] === ')'
    const differ = first.quantity.value !== second.quantity.value && second.quantity.unit === 'count'
    if (!isEcho || !differ || /\d/.test(first.mention.text) || !/^\d+$/.test(second.mention.text)) return []
    return [found(passage, second, numbersEcho(second.mention.text, first.mention.text))]
  })
}

/** "37% of the 12 districts": no whole number of twelve is 37%. */
function checkShares(figures: readonly Figure[], {passage}: Sentence): Finding[] {
  return pairs(figures).flatMap(([first, second]) => {
    const isAfter = second.mention.kind === 'percent'
    const [share, whole] = isAfter ? [second, first] : [first, second]
    const gap = between(passage, first, second)
    // "Of the 12 districts, 37% have none": a share that has a whole of its own is one of that.
    const isOf = isAfter
      ? /^ (?:\p{L}+ ){0,2}\p{L}+, (?:only |just )?$/u.test(gap) &&
        /\b[Oo]f (?:the |its |their |all |these |those )$/.test(passage.text.slice(0, whole.mention.start)) &&
        !/^ of\b/.test(passage.text.slice(share.mention.end))
      : /^ (?:of|out of) (?:the |its |their |all |these |those )?$/.test(gap)
    if (share.mention.kind !== 'percent' || !isExactCount(whole) || !isOf) return []
    if (isPossible(share.quantity, whole.quantity.value)) return []
    return [found(passage, share, numbersImpossibleShare(share.mention.text, whole.mention.text))]
  })
}

function isPossible({value, step}: Quantity, whole: number): boolean {
  const nearest = Math.round((value * whole) / 100)
  return [nearest - 1, nearest, nearest + 1].some((part) => Math.abs((100 * part) / whole - value) <= step / 2 + 1e-9)
}

/** "12 of the 10 districts". */
function checkParts(figures: readonly Figure[], {passage}: Sentence): Finding[] {
  return pairs(figures).flatMap(([part, whole]) => {
    const isOf = /^ (?:\p{L}+ )?(?:out )?of (?:the |its |their |all |these |those )$|^ (?:out )?of $/u.test(
      between(passage, part, whole),
    )
    const isMore = part.quantity.value > whole.quantity.value
    if (!isOf || !isMore || !isExactCount(part) || !isExactCount(whole)) return []
    return [found(passage, part, numbersPartExceeds(part.mention.text, whole.mention.text))]
  })
}
