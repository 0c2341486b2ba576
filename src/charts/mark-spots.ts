import type {ChartJob, Spot} from './chart-job.ts'
import {isMirrored} from './mirror-svg.ts'

/**
 * Numbers the shapes of a mark in Vega's SVG, so that a reader who points at one can be told its row: countries of a map
 * and slices lie in each other's boxes.
 *
 * @param mark its name; nothing is done without one
 */
export function tagShapes(svg: string, mark: string | undefined): string {
  if (mark === undefined) return svg
  let count = 0
  return svg.replaceAll(
    /(<g class="mark-(?:shape|arc) role-mark ([^"]*)"[^>]*>)((?:(?!<\/g>)[^])*)/g,
    (whole, ...parts) => {
      const [open, name, inside] = parts as [string, string, string]
      if (name !== mark) return whole
      return open + inside.replaceAll('<path ', () => `<path data-spot="${count++}" `)
    },
  )
}

/** Spots of a drawing where the finished one shows them: mirrored where it is. */
export function placedIn(svg: string, spots: readonly Spot[], job: Pick<ChartJob, 'lang' | 'spec'>): readonly Spot[] {
  if (!isMirrored(job)) return spots
  const width = Number(/ viewBox="0 0 ([\d.]+) /.exec(svg)?.[1] ?? 0)
  const turned = (x: number): number => Math.round((width - x) * 10) / 10
  return spots.map(([x = 0, y = 0, ...box]) => {
    const [left, top, right, bottom] = box
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [turned(x), y]
    return [turned(x), y, turned(right), top, turned(left), bottom]
  })
}
