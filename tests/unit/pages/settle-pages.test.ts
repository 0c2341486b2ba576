import {describe, expect, it} from 'vitest'
import type {Measured} from '../../../src/pages/measured.ts'
import {settlePages} from '../../../src/pages/settle-pages.ts'
import {makeMeasured} from './make-measured.ts'

const area = {height: 100, gap: 6}
const reference = {id: 'target', digits: 0, place: {line: 7, words: 'on page'}}

describe('settlePages', () => {
  it('measures once where nothing refers to a page', async () => {
    const asked: unknown[] = []
    const {plan} = await settlePages(async (pageOf) => (asked.push(pageOf), galley(30, [])), area)
    expect(plan.pages).toHaveLength(2)
    expect(asked).toEqual([{}])
  })

  it('measures again until the text says the page that is true', async () => {
    const asked: (number | undefined)[] = []
    const {pageOf, unsettled} = await settlePages(async (said) => {
      asked.push(said['target'])
      return galley(said['target'] === undefined ? 30 : 90, [reference])
    }, area)
    expect(asked).toEqual([undefined, 2, 3])
    expect(pageOf['target']).toBe(3)
    expect(unsettled).toBeUndefined()
  })

  it('measures again for the contents where a page has more digits than there is room for', async () => {
    let digits = 2
    let passes = 0
    const {pageOf} = await settlePages(async (said) => {
      passes++
      digits = Math.max(digits, String(said['target'] ?? '').length)
      return long(120, [{...reference, digits}])
    }, area)
    expect([pageOf['target'], passes]).toEqual([120, 2])
    expect((await settlePages(async () => galley(30, [{...reference, digits: 2}]), area)).plan.pages).toHaveLength(2)
  })

  it('gives up after five passes, and names what goes back and forth', async () => {
    let passes = 0
    const {unsettled} = await settlePages(async (said) => {
      passes++
      return galley(said['target'] === 2 ? 90 : 30, [reference])
    }, area)
    expect(passes).toBe(5)
    expect(unsettled).toEqual(reference)
  })
})

/** A text whose target is on page 2 after a first part of 30 px, and on page 3 after one of 90 px. */
function galley(first: number, references: Measured['references']): Measured {
  const measured = makeMeasured([{height: first}, {height: 60}, {height: 60}])
  const fragments = measured.fragments.map((fragment, index) =>
    index === 2 ? {...fragment, ids: ['target']} : fragment,
  )
  return {...measured, fragments, references}
}

function long(pages: number, references: Measured['references']): Measured {
  const measured = makeMeasured(Array.from({length: pages}, () => ({height: 100})))
  const fragments = measured.fragments.map((fragment, index) => ({
    ...fragment,
    ids: index === pages - 1 ? ['target'] : [],
  }))
  return {...measured, fragments, references}
}
