import {assert, oneof, property} from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Measured, Plan, PlannedPage} from '../../../src/pages/measured.ts'
import {costs} from '../../../src/pages/page-costs.ts'
import {createPageSteps, type PageState} from '../../../src/pages/page-steps.ts'
import {planPages} from '../../../src/pages/plan-pages.ts'
import {anyPieces, easyPieces, makeMeasured} from './make-measured.ts'

const area = {height: 100, gap: 6}

describe('planPages', () => {
  it('fills pages from the top', () => {
    const plan = planPages(makeMeasured(Array.from({length: 12}, () => ({height: 20}))), area)
    expect(plan.pages.map(({first, end}) => [first, end])).toEqual([
      [0, 5],
      [5, 10],
      [10, 12],
    ])
    expect(plan.cost).toBe(0)
  })

  it('moves text on to make room for the notes of a page', () => {
    const plan = planPages(makeMeasured([{height: 60}, {height: 20, notes: [2]}, {height: 60}]), area)
    expect(plan.pages[0]).toMatchObject({first: 0, end: 1, firstLine: 0, endLine: 0})
    expect(plan.pages[1]).toMatchObject({first: 1, end: 2, firstLine: 0, endLine: 2})
  })

  it('lets a long note run on, with two lines or more on either page', () => {
    const plan = planPages(makeMeasured([{height: 60, notes: [5]}, {height: 60}]), area)
    expect(plan.pages).toMatchObject([
      {first: 0, end: 1, firstLine: 0, endLine: 3},
      {first: 1, end: 2, firstLine: 3, endLine: 5},
    ])
  })

  it('leaves no heading at the foot of a page', () => {
    const pieces = [{height: 60}, {height: 30}, {height: 20, start: 'kept'}] as const
    expect(planPages(makeMeasured(pieces), area).pages.map(({end}) => end)).toEqual([1, 3])
  })

  it('leaves a page short rather than one line alone, but not half empty', () => {
    const lines = [{height: 70}, {height: 20}, {height: 20, start: 'stray'}, {height: 20}] as const
    expect(planPages(makeMeasured(lines), area).pages[0]?.end).toBe(1)
    const shorter = [{height: 30}, {height: 60}, {height: 60, start: 'stray'}] as const
    expect(planPages(makeMeasured(shorter), area).pages[0]?.end).toBe(2)
  })

  it('leaves a page a quarter blank rather than cut a table, but not half', () => {
    const row = {height: 20, start: 'row'} as const
    const low = [{height: 75}, {height: 20}, row, row, {height: 20}] as const
    expect(planPages(makeMeasured(low), area).pages[0]?.end).toBe(1)
    const high = [{height: 50}, {height: 20}, row, row, {height: 20}] as const
    expect(planPages(makeMeasured(high), area).pages[0]?.end).toBe(3)
  })

  it('puts a figure that leaves a hole at the top of the next page', () => {
    const line = {height: 20}
    const figure = {height: 60, float: 9}
    const plan = planPages(makeMeasured([line, line, line, figure, line, line, line, line]), area)
    expect(plan.pages).toMatchObject([
      {flow: 0, end: 6, firstFloat: 0, endFloat: 0},
      {flow: 6, end: 8, firstFloat: 0, endFloat: 1},
    ])
    const section = planPages(makeMeasured([line, line, line, {...figure, float: 0}, line, line, line, line]), area)
    expect(section.pages.map(({end}) => end)).toEqual([3, 6, 8])
  })

  it('keeps figures in their order, and in their place where there is room', () => {
    const line = {height: 20}
    const figure = {height: 60, float: 9}
    const plan = planPages(
      makeMeasured([figure, line, line, figure, figure, ...Array.from({length: 9}, () => line)]),
      area,
    )
    expect(plan.pages).toMatchObject([
      {flow: 0, firstFloat: 0, endFloat: 0},
      {flow: 3, firstFloat: 1, endFloat: 1},
      {flow: 7, firstFloat: 2, endFloat: 3},
      {},
    ])
  })

  it('begins a page where it must, at no cost', () => {
    const plan = planPages(makeMeasured([{height: 10}, {height: 10, start: 'forced'}, {height: 10}]), area)
    expect(plan.pages.map(({end}) => end)).toEqual([1, 3])
    expect(plan.cost).toBe(0)
  })

  it('leaves room above a row for the repeated head of its table', () => {
    const rows = Array.from({length: 8}, (_, index) => ({height: 20, room: index === 0 ? 0 : 30}))
    expect(planPages(makeMeasured(rows), area).pages.map(({end}) => end)).toEqual([5, 8])
    expect(planPages(makeMeasured([...rows, {height: 20, room: 30}]), area).pages.map(({end}) => end)).toEqual([
      5, 8, 9,
    ])
  })

  it('gives what is higher than a page the pages that it needs', () => {
    const plan = planPages(makeMeasured([{height: 20}, {height: 230}, {height: 20}]), area)
    expect(plan.pages.map(({first, end}) => [first, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
      [2, 2],
      [2, 3],
    ])
    expect(plan.tall).toEqual([1])
  })

  it('gives a note that is longer than a page pages of its own', () => {
    const plan = planPages(
      makeMeasured([
        {height: 20, notes: [30]},
        {height: 20, notes: [2]},
      ]),
      area,
    )
    expect(plan.pages.at(0)?.firstLine).toBe(0)
    expect(plan.pages.at(-1)?.endLine).toBe(32)
    expect(
      lateNotes(
        makeMeasured([
          {height: 20, notes: [30]},
          {height: 20, notes: [2]},
        ]),
        plan,
      ),
    ).toEqual([])
  })

  it('is empty for an empty galley', () => {
    expect(planPages(makeMeasured([]), area)).toEqual({pages: [], cost: 0, tall: []})
  })

  it('keeps every fragment and every line once, in order, whatever the galley', () => {
    assert(
      property(anyPieces, (pieces) => {
        const measured = makeMeasured(pieces)
        const {pages} = planPages(measured, area)
        expect(chain(pages.map(({first, end}) => [first, end]))).toEqual([0, measured.fragments.length])
        expect(chain(pages.map(({firstLine, endLine}) => [firstLine, endLine]))).toEqual([0, measured.noteLines.length])
        expect(textOf(measured, pages)).toEqual([...measured.fragments.keys()])
      }),
    )
  })

  it('makes no page too high, and begins every note on the page of its call', () => {
    assert(
      property(easyPieces, (pieces) => {
        const measured = makeMeasured(pieces)
        const plan = planPages(measured, area)
        for (const page of plan.pages) expect(heightOf(measured, plan, page)).toBeLessThanOrEqual(area.height)
        expect(plan.cost < costs.lateNote ? lateNotes(measured, plan) : []).toEqual([])
      }),
    )
  })

  it('finds the cheapest plan there is', () => {
    assert(
      property(oneof(anyPieces, easyPieces), (pieces) => {
        const measured = makeMeasured(pieces)
        expect(planPages(measured, area).cost).toBeCloseTo(cheapest(measured), 3)
      }),
    )
  })

  it('is never worse than filling page after page', () => {
    assert(
      property(easyPieces, (pieces) => {
        const measured = makeMeasured(pieces)
        expect(planPages(measured, area).cost).toBeLessThanOrEqual(greedy(measured) + 1e-6)
      }),
    )
  })
})

/** Every fragment that stands somewhere, in order: in its place or at the top of a page. */
function textOf({floats}: Measured, pages: readonly PlannedPage[]): number[] {
  const put = pages.flatMap(({firstFloat, endFloat}) => floats.slice(firstFloat, endFloat))
  const onTop = put.flatMap(({first, end}) => range(first, end))
  const inPlace = pages.flatMap(({flow, end}) => range(flow, end)).filter((index) => !onTop.includes(index))
  return [...onTop, ...inPlace].sort((a, b) => a - b)
}

function range(first: number, end: number): number[] {
  return Array.from({length: end - first}, (_, index) => first + index)
}

/** First and last of ranges that follow one another; fails where they do not. */
function chain(ranges: readonly (readonly [number, number] | number[])[]): [number, number] {
  let at = ranges[0]?.[0] ?? 0
  const first = at
  for (const [start = 0, end = 0] of ranges) {
    expect(start).toBe(at)
    expect(end).toBeGreaterThanOrEqual(start)
    at = end
  }
  return [first, at]
}

function heightOf({fragments, noteLines, floats}: Measured, {pages}: Plan, page: PlannedPage): number {
  const {flow, end, firstLine, endLine} = page
  const onTop = (one: PlannedPage): number[] => floats.slice(one.firstFloat, one.endFloat).map(({first}) => first)
  const moved = pages.flatMap(onTop)
  const inPlace = range(flow, end).filter((index) => !moved.includes(index))
  const heights = [...onTop(page), ...inPlace].map((index) => bottom(fragments, index + 1) - top(fragments, index))
  const room = inPlace.length === 0 ? 0 : (fragments[flow]?.room ?? 0)
  const notes = firstLine < endLine ? area.gap + bottom(noteLines, endLine) - top(noteLines, firstLine) : 0
  return heights.reduce((sum, height) => sum + height, room) + notes
}

function top(extents: readonly {top: number}[], index: number): number {
  return extents[index]?.top ?? 0
}

function bottom(extents: readonly {bottom: number}[], end: number): number {
  return extents[end - 1]?.bottom ?? 0
}

/** Notes whose first line is not on the page of their call. */
function lateNotes({fragments, notes}: Measured, {pages}: Plan): string[] {
  return pages.flatMap(({first, end, firstLine, endLine}) => {
    const called = fragments.slice(first, end).flatMap((fragment) => fragment.notes.map((index) => notes[index]))
    return called.flatMap((note) => (note && (note.first < firstLine || note.first >= endLine) ? [note.id] : []))
  })
}

/** Tries every sequence of pages, from the last page to the first. */
function cheapest(measured: Measured): number {
  const steps = listSteps(measured)
  const known = new Map<string, number>()
  const from = (state: PageState): number => {
    if (isEnd(measured, state)) return 0
    const key = `${state.fragment} ${state.line} ${state.float}`
    const cost = known.get(key) ?? Math.min(...steps(state).map(({cost, after}) => cost + from(after)))
    known.set(key, cost)
    return cost
  }
  return from({fragment: 0, line: 0, float: 0})
}

/** Takes the longest page each time. */
function greedy(measured: Measured): number {
  const steps = listSteps(measured)
  let state: PageState = {fragment: 0, line: 0, float: 0}
  let cost = 0
  while (!isEnd(measured, state)) {
    const longest = steps(state).at(-1)
    if (longest === undefined) throw new Error('No page follows')
    cost += longest.cost
    state = longest.after
  }
  return cost
}

function listSteps(measured: Measured): (state: PageState) => {cost: number; after: PageState}[] {
  const steps = createPageSteps(measured, area)
  return (state) => {
    const found: {cost: number; after: PageState}[] = []
    steps(state, (_, {end, endLine, float, cost}) => {
      found.push({cost, after: {fragment: end, line: endLine, float}})
    })
    return found
  }
}

function isEnd({fragments, noteLines, floats}: Measured, {fragment, line, float}: PageState): boolean {
  return fragment === fragments.length && line === noteLines.length && float === floats.length
}
