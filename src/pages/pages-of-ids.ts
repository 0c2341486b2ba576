import type {Measured, Plan} from './measured.ts'

/** The page of each element with an id, from 1. */
export function pagesOfIds({fragments, floats}: Measured, {pages}: Plan): Readonly<Record<string, number>> {
  const idsOf = (first: number, end: number): string[] => fragments.slice(first, end).flatMap(({ids}) => ids)
  const inPlace = pages.flatMap(({flow, end}, index) => idsOf(flow, end).map((id) => [id, index + 1] as const))
  // Those that have moved come last: they overrule the page that they would have stood on.
  const moved = pages.flatMap(({firstFloat, endFloat}, index) =>
    floats
      .slice(firstFloat, endFloat)
      .flatMap(({first, end}) => idsOf(first, end))
      .map((id) => [id, index + 1] as const),
  )
  return Object.fromEntries([...inPlace, ...moved])
}

/** The pages that each note stands on, by id. */
export function notePages({notes}: Measured, {pages}: Plan): Readonly<Record<string, readonly number[]>> {
  const withNotes = pages.flatMap((page, index) =>
    page.firstLine < page.endLine ? [{...page, number: index + 1}] : [],
  )
  let at = 0
  const found = notes.map(({id, first, end}) => {
    while ((withNotes[at]?.endLine ?? Number.POSITIVE_INFINITY) <= first) at++
    let last = at
    while ((withNotes[last]?.endLine ?? end) < end) last++
    return [id, withNotes.slice(at, last + 1).map(({number}) => number)] as const
  })
  return Object.fromEntries(found)
}
