import {coverageOf, from, lookupsOf, words} from './layout-table.ts'
import type {Subtable} from './layout-table.ts'

/**
 * Puts ligatures for the glyphs of a text.
 *
 * @returns undefined where the font may put other glyphs for them in another way
 */
export type Substitute = (glyphs: readonly number[]) => readonly number[] | undefined

/** The features that are on where a style sheet says nothing. */
const FEATURES = new Set(['ccmp', 'rlig', 'liga', 'clig', 'calt', 'rclt'])

/** Makes the substitution of a GSUB table. */
export function substitution(view: DataView): Substitute {
  const steps = lookupsOf(view, FEATURES, 7).map((subtables) => {
    const parts = subtables.map(stepOf)
    return (glyphs: readonly number[], at: number) => firstAnswer(parts, glyphs, at)
  })
  return (glyphs) => {
    let now: readonly number[] | undefined = glyphs
    for (const step of steps) now = now && substituted(now, step)
    return now
  }
}

/** What stands at a place: as many glyphs as one is put for, that one, or `unclear`. */
type Answer = {readonly count: number; readonly glyph: number} | 'unclear' | undefined

type Step = (glyphs: readonly number[], at: number) => Answer

function firstAnswer(parts: readonly Step[], glyphs: readonly number[], at: number): Answer {
  for (const part of parts) {
    const answer = part(glyphs, at)
    if (answer !== undefined) return answer
  }
  return undefined
}

function substituted(glyphs: readonly number[], step: Step): readonly number[] | undefined {
  const made: number[] = []
  for (let at = 0; at < glyphs.length;) {
    const answer = step(glyphs, at)
    if (answer === 'unclear') return undefined
    made.push(answer?.glyph ?? glyphs[at] ?? 0)
    at += answer?.count ?? 1
  }
  return made
}

const LIGATURE = 4
const CONTEXT = 5
const CHAINED = 6

function stepOf({type, view}: Subtable): Step {
  const isByCoverage = view.getUint16(0) === 3
  if (type === LIGATURE) return ligatureStep(view)
  if (isByCoverage && type === CONTEXT) return sequenceStep(view, 0, words(view, 6, view.getUint16(2)))
  if (isByCoverage && type === CHAINED) return chainedStep(view)
  const first = coverageOf(from(view, view.getUint16(2)))
  return (glyphs, at) => (first.has(glyphs[at] ?? -1) ? 'unclear' : undefined)
}

function ligatureStep(view: DataView): Step {
  const coverage = coverageOf(from(view, view.getUint16(2)))
  const sets = words(view, 6, view.getUint16(4)).map((offset) => ligaturesOf(from(view, offset)))
  return (glyphs, at) => {
    const set = sets[coverage.get(glyphs[at] ?? -1) ?? -1]
    const found = set?.find(({rest}) => rest.every((glyph, index) => glyphs[at + 1 + index] === glyph))
    return found && {count: found.rest.length + 1, glyph: found.glyph}
  }
}

interface Ligature {
  readonly glyph: number
  /** The glyphs that it stands for, after the first. */
  readonly rest: readonly number[]
}

function ligaturesOf(set: DataView): readonly Ligature[] {
  return words(set, 2, set.getUint16(0)).map((offset) => {
    const ligature = from(set, offset)
    return {glyph: ligature.getUint16(0), rest: words(ligature, 4, ligature.getUint16(2) - 1)}
  })
}

function chainedStep(view: DataView): Step {
  const before = words(view, 4, view.getUint16(2))
  const inputAt = 4 + 2 * before.length
  const input = words(view, inputAt + 2, view.getUint16(inputAt))
  const afterAt = inputAt + 2 + 2 * input.length
  const after = words(view, afterAt + 2, view.getUint16(afterAt))
  // What stands before is listed from the nearest to the farthest.
  return sequenceStep(view, before.length, [...before.toReversed(), ...input, ...after])
}

function sequenceStep(view: DataView, before: number, offsets: readonly number[]): Step {
  const coverages = offsets.map((offset) => coverageOf(from(view, offset)))
  return (glyphs, at) => {
    const isHere = coverages.every((coverage, index) => coverage.has(glyphs[at - before + index] ?? -1))
    return isHere ? 'unclear' : undefined
  }
}
