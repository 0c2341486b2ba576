import {coverageOf, from, lookupsOf, words} from './layout-table.ts'
import type {Subtable} from './layout-table.ts'

/** Whether the font may put other glyphs for those at a place of a text. */
export type IsSubstituted = (glyphs: readonly number[], at: number) => boolean

/** The features that are on where a style sheet says nothing. */
const FEATURES = new Set(['ccmp', 'rlig', 'liga', 'clig', 'calt', 'rclt'])

/** Makes the question for a GSUB table. It says yes too often rather than too seldom. */
export function substitution(view: DataView): IsSubstituted {
  const tests = lookupsOf(view, FEATURES, 7).flatMap((subtables) => subtables.map(testOf))
  return (glyphs, at) => tests.some((test) => test(glyphs, at))
}

const LIGATURE = 4
const CONTEXT = 5
const CHAINED = 6

function testOf({type, view}: Subtable): IsSubstituted {
  const isByCoverage = view.getUint16(0) === 3
  if (type === LIGATURE) return ligatureTest(view)
  if (isByCoverage && type === CONTEXT) return sequenceTest(view, 0, words(view, 6, view.getUint16(2)))
  if (isByCoverage && type === CHAINED) return chainedTest(view)
  const first = coverageOf(from(view, view.getUint16(2)))
  return (glyphs, at) => first.has(glyphs[at] ?? -1)
}

function ligatureTest(view: DataView): IsSubstituted {
  const coverage = coverageOf(from(view, view.getUint16(2)))
  const sets = words(view, 6, view.getUint16(4)).map((offset) => ligaturesOf(from(view, offset)))
  return (glyphs, at) => {
    const set = sets[coverage.get(glyphs[at] ?? -1) ?? -1] ?? []
    return set.some((rest) => rest.every((glyph, index) => glyphs[at + 1 + index] === glyph))
  }
}

/** The glyphs of each ligature after its first. */
function ligaturesOf(set: DataView): readonly (readonly number[])[] {
  return words(set, 2, set.getUint16(0)).map((offset) => {
    const ligature = from(set, offset)
    return words(ligature, 4, ligature.getUint16(2) - 1)
  })
}

function chainedTest(view: DataView): IsSubstituted {
  const before = words(view, 4, view.getUint16(2))
  const inputAt = 4 + 2 * before.length
  const input = words(view, inputAt + 2, view.getUint16(inputAt))
  const afterAt = inputAt + 2 + 2 * input.length
  const after = words(view, afterAt + 2, view.getUint16(afterAt))
  // What stands before is listed from the nearest to the farthest.
  return sequenceTest(view, before.length, [...before.toReversed(), ...input, ...after])
}

function sequenceTest(view: DataView, before: number, offsets: readonly number[]): IsSubstituted {
  const coverages = offsets.map((offset) => coverageOf(from(view, offset)))
  return (glyphs, at) => coverages.every((coverage, index) => coverage.has(glyphs[at - before + index] ?? -1))
}
