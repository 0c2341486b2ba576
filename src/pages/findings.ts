import type {Measured, Plan, Reference, SourcePlace} from './measured.ts'

/**
 * Something about the pages that the author should know of:
 *
 * - `tall`: it is higher than a page and runs over the edge
 * - `wide`: it is wider than the column, even with its type at `percent`
 * - `smaller`: it was made smaller, to `percent`, so that it fits
 * - `parted`: it was to stay whole, and is cut because it is higher than a page
 * - `unsettled`: a reference to a page that never comes to rest
 */
export interface Finding {
  readonly kind: 'tall' | 'wide' | 'smaller' | 'parted' | 'unsettled'
  readonly place: SourcePlace
  readonly percent?: number
}

/** What a plan and its measure say of the document, in the order of the kinds. */
export function findingsOf({fragments, fitted}: Measured, {tall}: Plan, unsettled: Reference | undefined): Finding[] {
  const nowhere = {line: undefined, words: ''}
  return [
    ...tall.map((index): Finding => ({kind: 'tall', place: fragments[index]?.place ?? nowhere})),
    ...fitted.map(({how, percent, place}): Finding => ({kind: how, percent, place})),
    ...(unsettled === undefined ? [] : [{kind: 'unsettled' as const, place: unsettled.place}]),
  ]
}
