import type {Measured, PageArea, Plan, Reference} from './measured.ts'
import {pagesOfIds} from './pages-of-ids.ts'
import {planPages} from './plan-pages.ts'

/** A page plan, and the measure that it was made from. */
export interface Settled {
  readonly measured: Measured
  readonly plan: Plan
  readonly pageOf: Readonly<Record<string, number>>
  /** A reference whose page was another one after every pass. */
  readonly unsettled: Reference | undefined
}

/** What has not come to rest by then goes back and forth. */
const passes = 5

/**
 * Plans pages until what the text says of them is true: a reference "on page 9" may take another line when it becomes
 * "on page 10", and so move what it refers to. Where nothing refers to a page, the first plan is the last.
 */
export async function settlePages(
  measure: (pageOf: Readonly<Record<string, number>>) => Promise<Measured>,
  area: PageArea,
  onStep: (step: 'plan') => void = () => {},
): Promise<Settled> {
  let pageOf: Readonly<Record<string, number>> = {}
  for (let pass = 1; ; pass++) {
    const measured = await measure(pageOf)
    onStep('plan')
    const plan = planPages(measured, area)
    const said = pageOf
    pageOf = pagesOfIds(measured, plan)
    const now = pageOf
    const unsettled = measured.references.find(({id, digits}) => {
      return digits === 0 ? said[id] !== now[id] : digits < String(now[id] ?? '').length
    })
    if (unsettled === undefined || pass === passes) return {measured, plan, pageOf, unsettled}
  }
}
