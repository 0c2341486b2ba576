import type {Cell} from '../model/data.ts'
import type {Condition, Operand, Operator} from './conditions.ts'
import type {KeptValue} from './snapshot.ts'

/** A mark that a value was on one side of and is now on the other. */
export interface Crossing {
  /** A number, or the name of the value that it is compared with. */
  readonly at: string | number
  readonly side: 'above' | 'below' | 'equal' | 'different'
  /** The narrative itself asks on which side it is; else a word such as "most" or "doubled" hangs on it. */
  readonly asked: boolean
}

type ByName = ReadonlyMap<string, KeptValue>

/** What is crossed by each value, by its name: what the narrative asks for, and where words change. */
export function crossings(
  conditions: readonly Condition[],
  before: ByName,
  after: ByName,
): ReadonlyMap<string, readonly Crossing[]> {
  const found = new Map<string, Crossing[]>()
  const add = (name: string, crossing: Crossing): void => {
    const all = found.get(name) ?? []
    if (all.every(({at}) => at !== crossing.at)) found.set(name, [...all, crossing])
  }
  for (const condition of conditions) {
    const [was, is] = [holds(condition, before), holds(condition, after)]
    if (was === undefined || is === undefined || was === is) continue
    for (const [one, other] of [
      [condition.left, condition.right],
      [condition.right, condition.left],
    ] as const) {
      if ('name' in one)
        add(one.name, {at: 'name' in other ? other.name : other.raw, side: sideOf(one, other, after), asked: true})
    }
  }
  for (const [name, value] of after) {
    for (const crossing of landmarksCrossed(before.get(name), value)) add(name, crossing)
  }
  return found
}

function holds({operator, left, right}: Condition, values: ByName): boolean | undefined {
  const [a, b] = [rawOf(left, values), rawOf(right, values)]
  if (a === undefined || b === undefined) return undefined
  return comparisons[operator](a, b)
}

const comparisons: Readonly<Record<Operator, (a: Known, b: Known) => boolean>> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
}

type Known = string | number | boolean

function rawOf(operand: Operand, values: ByName): Known | undefined {
  const raw = 'raw' in operand ? operand.raw : values.get(operand.name)?.raw
  return isKnown(raw) ? raw : undefined
}

function isKnown(raw: Cell | readonly Cell[] | undefined): raw is Known {
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
}

function sideOf(one: Operand, other: Operand, values: ByName): Crossing['side'] {
  const [a, b] = [rawOf(one, values), rawOf(other, values)]
  if (a === b) return 'equal'
  if (typeof a !== 'number' || typeof b !== 'number') return 'different'
  return a > b ? 'above' : 'below'
}

/** Half is where "most" begins; a change of 100 per cent is "doubled", one of −50 "halved". */
const landmarks: Readonly<Record<string, readonly number[]>> = {
  percent: [50],
  percent1: [50],
  'change-percent': [-50, 100],
}

function landmarksCrossed(was: KeptValue | undefined, {raw, format}: KeptValue): readonly Crossing[] {
  const old = was?.raw
  if (typeof old !== 'number' || typeof raw !== 'number') return []
  return (landmarks[format ?? ''] ?? []).flatMap((at): Crossing[] => {
    const side = raw > at ? 'above' : raw < at ? 'below' : 'equal'
    const oldSide = old > at ? 'above' : old < at ? 'below' : 'equal'
    return side === oldSide ? [] : [{at, side, asked: false}]
  })
}
