import type {PlannedPage} from '../pages/measured.ts'
import type {Slice} from './decorate.ts'
import type {Galley} from './measure.ts'

/** The parts of the boxes that pages cut, the outer boxes first. */
export function slicesOf(
  {pieces, frames}: Pick<Galley, 'pieces' | 'frames'>,
  pages: readonly PlannedPage[],
  topOf: (index: number) => number,
): Slice[] {
  if (frames.length === 0) return []
  const indices = new Map(pieces.map((piece, index) => [piece, index]))
  const slices = frames.toReversed().map((frame) => {
    const [first, last] = [indices.get(frame.first) ?? 0, indices.get(frame.last) ?? 0]
    return partsOf(pages, first, last).map(({from, to}) => ({
      frame,
      top: topOf(from),
      bottom: topOf(to) + (pieces[to]?.bottom ?? 0) - (pieces[to]?.top ?? 0),
      isFirst: from === first,
      isLast: to === last,
    }))
  })
  return slices.filter((parts) => parts.length > 1).flat()
}

function partsOf(pages: readonly PlannedPage[], first: number, last: number): {from: number; to: number}[] {
  return pages.flatMap(({flow, end}) => {
    const [from, to] = [Math.max(flow, first), Math.min(end - 1, last)]
    return from <= to ? [{from, to}] : []
  })
}
