import type {BrowserDoor, PrintPage} from '../effects/effects.ts'
import type {PageGeometry} from '../sources/template.ts'
import type {
  Extent,
  ExtractRequest,
  LinkPlace,
  Measured,
  MeasureRequest,
  Misplaced,
  PartHtml,
  PlaceRequest,
} from './measured.ts'
import {assertPlaced} from './assert-placed.ts'
import {pagesOfPartPlan, type Part} from './part-plan.ts'
import type {PrintedPart} from '../pdf/join/join-parts.ts'

export interface PartsInput {
  readonly parts: readonly Part[]
  /** The whole document, measured. */
  readonly page: PrintPage
  readonly measured: Measured
  readonly measure: MeasureRequest
  /** Of the whole document. */
  readonly place: PlaceRequest
  readonly geometry: PageGeometry
}

/** As many as there are cores on a small machine; what is printed does not depend on it. */
const sideBySide = 2

/**
 * Prints parts of a document side by side, each in a page of its own.
 *
 * @returns undefined where a part by itself is not laid out as it was in the whole: style rules may look further than
 * to a block's neighbours
 */
export async function maybePrintParts(input: PartsInput, browser: BrowserDoor): Promise<PrintedPart[] | undefined> {
  const {page, parts} = input
  const htmls = await page.call<readonly PartHtml[]>('extract', {parts} satisfies ExtractRequest)
  const printed: (PrintedPart | undefined)[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) {
      const part = parts[index]
      const html = htmls[index]?.html ?? ''
      if (part === undefined) continue
      printed[index] = await maybePrintPart({...input, part, html}, browser)
      // All is printed at once then.
      if (printed[index] === undefined) next = parts.length
    }
  }
  await Promise.all(Array.from({length: sideBySide}, lane))
  const whole = printed.filter((part) => part !== undefined)
  return whole.length === parts.length ? whole : undefined
}

type PartInput = PartsInput & {readonly part: Part; readonly html: string}

async function maybePrintPart(input: PartInput, browser: BrowserDoor): Promise<PrintedPart | undefined> {
  const {part, html, geometry, measured: whole, measure, place} = input
  await using page = await browser.open(html, geometry)
  const measured = await page.call<Measured>('measure', {...measure, isPart: true} satisfies MeasureRequest)
  if (!isAsInWhole(measured, whole, part)) return undefined
  await page.call('place', partOf(place, part))
  assertPlaced(await page.call<readonly Misplaced[]>('verify'), geometry.height)
  const places = await page.call<readonly LinkPlace[]>('divert')
  return {pdf: await page.print(), places, height: geometry.height}
}

function partOf(place: PlaceRequest, part: Part): PlaceRequest {
  const {first, firstPage, endPage, firstFloat, endFloat} = part
  return {
    ...place,
    pages: pagesOfPartPlan(place, part),
    floats: place.floats
      .slice(firstFloat, endFloat)
      .map((float) => ({first: float.first - first, end: float.end - first, limit: float.limit - first})),
    furniture: place.furniture.slice(firstPage, endPage),
  }
}

/** Half a px: what the eye cannot see. */
const tolerance = 0.5

function isAsInWhole({fragments, noteLines}: Measured, whole: Measured, part: Part): boolean {
  return (
    areAlike(fragments, whole.fragments.slice(part.first, part.end)) &&
    areAlike(noteLines, whole.noteLines.slice(part.firstLine, part.endLine))
  )
}

/** Whether they have the same heights and stand as far from one another. */
function areAlike(own: readonly Extent[], whole: readonly Extent[]): boolean {
  const shift = (own[0]?.top ?? 0) - (whole[0]?.top ?? 0)
  return (
    own.length === whole.length &&
    own.every(({top, bottom}, index) => {
      const other = whole[index]
      const isThere = Math.abs(top - shift - (other?.top ?? 0)) <= tolerance
      return isThere && Math.abs(bottom - shift - (other?.bottom ?? 0)) <= tolerance
    })
  )
}
