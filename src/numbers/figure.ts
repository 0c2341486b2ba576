import type {Message} from '../messages/message.ts'
import type {Passage} from '../prose/passage.ts'
import type {Finding} from './finding.ts'
import type {Mention, Quantity} from './mention.ts'

/** A quantity of a sentence. */
export interface Figure {
  readonly mention: Mention
  readonly quantity: Quantity
}

export function isExactCount({mention, quantity}: Figure): boolean {
  return mention.kind === 'count' && Number.isInteger(quantity.value) && quantity.value > 0
}

export function pairs(figures: readonly Figure[]): [Figure, Figure][] {
  return figures.flatMap((figure, index): [Figure, Figure][] => {
    const next = figures[index + 1]
    return next === undefined ? [] : [[figure, next]]
  })
}

export function between({text}: Passage, first: Figure, second: Figure): string {
  return text.slice(first.mention.end, second.mention.start)
}

export function found(passage: Passage, {mention: {start, end}}: Figure, message: Message): Finding {
  return {passage, start, end, message}
}
