import {numbersChange} from '../messages/numbers.ts'
import type {Passage, Sentence} from '../prose/passage.ts'
import {decimalOf, quotient, subtract} from '../values/decimal.ts'
import {roundHalfUp} from '../values/round-half-up.ts'
import {between, found, pairs, type Figure} from './figure.ts'
import type {Finding} from './finding.ts'

/** "rose by 40% from 294 to 433". */
export function checkChanges(figures: readonly Figure[], {passage}: Sentence): Finding[] {
  return pairs(figures).flatMap(([from, to], index) => {
    const isPair =
      /(?:^|\b)from $/i.test(passage.text.slice(0, from.mention.start)) && between(passage, from, to).endsWith(' to ')
    if (!isPair || from.quantity.unit !== to.quantity.unit || between(passage, from, to).length > 60) return []
    const change = changeBeside(figures, {index, passage})
    if (change === undefined || from.quantity.value === 0) return []
    const computed = quotient(
      subtract(decimalOf(from.quantity.value), decimalOf(to.quantity.value)),
      decimalOf(from.quantity.value),
      100n,
    )
    if (computed === undefined || agrees(change, computed, [from, to])) return []
    const decimals = Math.max(0, Math.round(-Math.log10(change.quantity.step)))
    const figure = `${roundHalfUp(String(Math.abs(computed)), decimals)}%`
    return [
      found(
        passage,
        change,
        numbersChange(change.mention.text, {from: from.mention.text, to: to.mention.text, change: figure}),
      ),
    ]
  })
}

/** The percentage by which the sentence says that it changed: just before "from", or just after. */
function changeBeside(
  figures: readonly Figure[],
  {index, passage}: {index: number; passage: Passage},
): Figure | undefined {
  const [before, from, to, after] = [figures[index - 1], figures[index], figures[index + 1], figures[index + 2]]
  if (from === undefined || to === undefined) return undefined
  const isBefore =
    before?.mention.kind === 'percent' && /^,?(?: \p{L}+){0,3},? from $/u.test(between(passage, before, from))
  if (isBefore && /\b(?:by|up|down|of|a|an|about|nearly|over) $/.test(passage.text.slice(0, before.mention.start)))
    return before
  const isAfter =
    after?.mention.kind === 'percent' &&
    /^(?: \p{L}+){0,4}(?:, | \()?(?:or |by |up |down |a rise of |an increase of |a fall of |a drop of |a decrease of |a decline of )+(?:by )?$/u.test(
      between(passage, to, after),
    )
  return isAfter ? after : undefined
}

/** Rounded ends allow a range of changes; whole ones allow the rounding of the change alone. */
function agrees({quantity}: Figure, computed: number, [from, to]: readonly [Figure, Figure]): boolean {
  const isRounded = [from, to].some(({quantity: {step}}) => step !== 1)
  const [a, b] = [Math.abs(from.quantity.value), Math.abs(to.quantity.value)]
  // Of b / a, to the first order: half a step of b, and half a step of a as often as a goes into b.
  const slack = isRounded ? (50 * (to.quantity.step + (from.quantity.step * b) / a)) / a : 0
  return Math.abs(Math.abs(computed) - Math.abs(quantity.value)) <= quantity.step / 2 + slack + 1e-9
}
