import type {Float, PlaceRequest} from '../pages/measured.ts'
import type {Piece} from './pieces.ts'

/** Where everything comes to stand, in px from the top of the first page. */
export interface Layout {
  /** The first piece of each page's text, and where its top must be. */
  readonly targets: readonly {readonly index: number; readonly target: number}[]
  /** Where a piece stood in the column, without the floats that are gone from above it. */
  readonly flowTop: (index: number) => number
  /** The piece that stands before another one, leaving out floats that are gone. */
  readonly before: (index: number) => number
  /** Where a piece stands at the end. */
  readonly topOf: (index: number) => number
  /** Where the floats stand, with their indices. */
  readonly floats: readonly {readonly float: number; readonly top: number}[]
  /** Where the text of a page begins, under its floats; pages count from 0. */
  readonly textTop: (page: number) => number
  readonly lifted: number
}

/** Works the page plan out in places. */
export function createLayout(pieces: readonly Piece[], {pages, floats, page}: PlaceRequest): Layout {
  const heights = floats.map((float) => heightOf(float, pieces))
  const gone = floats.map((float, index) => ({...float, height: heights[index] ?? 0, index}))
  const lifted = gone.filter(({index}) => pages.some((one) => one.firstFloat <= index && index < one.endFloat))
  const above = (index: number): number =>
    lifted.reduce((sum, float) => (float.first < index ? sum + float.height : sum), 0)
  const flowTop = (index: number): number => (pieces[index]?.top ?? 0) - above(index)
  const before = (index: number): number => {
    const float = lifted.findLast(({first, end}) => first < index && index <= end)
    return float === undefined ? index - 1 : before(float.first)
  }
  const leadOf = ({firstFloat, endFloat}: PlaceRequest['pages'][number]): number =>
    heights.slice(firstFloat, endFloat).reduce((sum, height) => sum + height, 0)
  const textTop = (number: number): number => {
    const planned = pages[number]
    return number * page.height + page.top + (planned === undefined ? 0 : leadOf(planned))
  }
  const targets = pages.flatMap(({flow, end}, number) =>
    flow < end ? [{index: flow, target: textTop(number) + (pieces[flow]?.room ?? 0)}] : [],
  )
  return {
    targets,
    flowTop,
    before,
    topOf(index) {
      const start = targets.findLast((target) => target.index <= index)
      return start === undefined ? 0 : start.target + flowTop(index) - flowTop(start.index)
    },
    floats: pages.flatMap(({firstFloat, endFloat}, number) => {
      let top = number * page.height + page.top
      return heights.slice(firstFloat, endFloat).map((height, index) => {
        top += height
        return {float: firstFloat + index, top: top - height}
      })
    }),
    textTop,
    lifted: lifted.reduce((sum, {height}) => sum + height, 0),
  }
}

function heightOf({first, end}: Float, pieces: readonly Piece[]): number {
  return (pieces[end]?.top ?? pieces[end - 1]?.bottom ?? 0) - (pieces[first]?.top ?? 0)
}
