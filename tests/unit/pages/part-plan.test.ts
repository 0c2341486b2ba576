import {assert, property} from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Measured} from '../../../src/pages/measured.ts'
import {pagesOfPartPlan, partPlan} from '../../../src/pages/part-plan.ts'
import {planPages} from '../../../src/pages/plan-pages.ts'
import {anyPieces, makeMeasured, type Piece} from './make-measured.ts'

const area = {height: 100, gap: 10}

describe('partPlan', () => {
  it('gives every page, fragment, note and float to one part, in order, and nothing that another part needs', () => {
    assert(
      property(anyPieces, (pieces) => {
        const measured = withCuts(pieces)
        const plan = planPages(measured, area)
        const parts = partPlan(measured, plan, 3)
        let [page, fragment, line, note, float] = [0, 0, 0, 0, 0]
        for (const part of parts) {
          expect(part).toMatchObject({
            firstPage: page,
            first: fragment,
            firstLine: line,
            firstNote: note,
            firstFloat: float,
          })
          for (const {first, end} of measured.floats.slice(part.firstFloat, part.endFloat)) {
            expect([first >= part.first, end <= part.end]).toEqual([true, true])
          }
          const called = measured.fragments.slice(part.first, part.end).flatMap(({notes}) => notes)
          expect(called).toEqual(
            Array.from({length: part.endNote - part.firstNote}, (_, index) => part.firstNote + index),
          )
          ;[page, fragment, line] = [part.endPage, part.end, part.endLine]
          ;[note, float] = [part.endNote, part.endFloat]
        }
        expect([page, fragment, line]).toEqual([plan.pages.length, pieces.length, measured.noteLines.length])
        expect([note, float]).toEqual([measured.notes.length, measured.floats.length])
      }),
    )
  })

  it('leaves a short document, and one that cannot be parted, in one', () => {
    const pieces = Array.from({length: 100}, () => ({height: 10}))
    const plan = planPages(withCuts(pieces), area)
    expect(partPlan(withCuts(pieces), plan, 100)).toHaveLength(1)
    expect(partPlan(withCuts(pieces), plan, 2)).toHaveLength(5)
    expect(partPlan({...withCuts(pieces), cuts: []}, plan, 2)).toHaveLength(1)
  })

  it('does not part a note that runs on', () => {
    const pieces: Piece[] = [{height: 60, notes: [16]}, ...Array.from({length: 8}, () => ({height: 50}))]
    const measured = withCuts(pieces)
    const plan = planPages(measured, area)
    const last = plan.pages.findIndex(({endLine}) => endLine === 16)
    expect(last).toBeGreaterThan(1)
    expect(partPlan(measured, plan, 1)[0]?.endPage).toBe(last + 1)
  })

  it('counts the pages of a part within it', () => {
    const measured = withCuts(Array.from({length: 40}, () => ({height: 10, notes: [1]})))
    const plan = planPages(measured, area)
    for (const part of partPlan(measured, plan, 2)) {
      const [first] = pagesOfPartPlan(plan, part)
      expect(first).toMatchObject({first: 0, flow: 0, firstLine: 0, firstFloat: 0})
    }
  })
})

/** A part may begin with every fragment that a page may gladly begin with. */
function withCuts(pieces: readonly Piece[]): Measured {
  const measured = makeMeasured(pieces)
  const cuts = measured.fragments.flatMap(({start}, index) => (start === 'free' || start === 'forced' ? [index] : []))
  return {...measured, cuts}
}
