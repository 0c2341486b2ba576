import type {AuditedNumber, State} from './audit.ts'

/** How many numbers are in each state. */
export function stateCounts(numbers: readonly AuditedNumber[]): Readonly<Record<State, number>> {
  const counts = {bound: 0, declared: 0, structural: 0, loose: 0}
  for (const {state} of numbers) counts[state] += 1
  return counts
}
