import {beginDrawing} from '../charts/draw-charts.ts'
import {plainDetail} from '../charts/plain-detail.ts'
import type {Effects} from '../effects/effects.ts'
import type {ChartSource} from '../model/brief.ts'
import type {Merged} from '../model/document.ts'
import type {Template} from '../sources/template.ts'
import type {Changes} from './compare.ts'
import {toTable} from './compare-charts.ts'
import type {KeptChart, Snapshot} from './snapshot.ts'

/** Both drawings of a chart, where there is something to draw. */
export interface DrawnPair {
  readonly before: Drawn | undefined
  readonly after: Drawn | undefined
}

export type Drawn = {readonly svg: string} | {readonly problem: string}

export interface DrawInput {
  readonly changes: Changes
  readonly before: Snapshot
  readonly after: Snapshot
  /** The present brief: language and files for what is drawn. */
  readonly merged: Merged
  readonly template: Template
  readonly effects: Pick<Effects, 'files' | 'charts' | 'cache'>
}

/**
 * Draws the charts that may have changed, from the old data and from the new, in the present look. Charts that look the
 * same, as where only rows changed that they do not draw, are taken out of the changes.
 */
export async function drawPairs(
  input: DrawInput,
): Promise<{readonly changes: Changes; readonly drawings: ReadonlyMap<string, DrawnPair>}> {
  const {changes, before, after} = input
  if (changes.charts.length === 0) return {changes, drawings: new Map()}
  const old = changes.charts.flatMap((chart) => (chart.before && chart.drawable.before ? [chart.before] : []))
  const fresh = changes.charts.flatMap((chart) => (chart.after && chart.drawable.after ? [chart.after] : []))
  const [was, is] = [await drawSide(old, before, input), await drawSide(fresh, after, input)]
  const drawings = new Map(changes.charts.map(({id}) => [id, {before: was.get(id), after: is.get(id)}]))
  const looksSame = (id: string): boolean => {
    const [before, after] = [was.get(id), is.get(id)]
    return before !== undefined && after !== undefined && 'svg' in before && 'svg' in after && before.svg === after.svg
  }
  return {changes: {...changes, charts: changes.charts.filter(({id}) => !looksSame(id))}, drawings}
}

async function drawSide(
  charts: readonly KeptChart[],
  {tables}: Snapshot,
  {merged, template, effects}: DrawInput,
): Promise<ReadonlyMap<string, Drawn>> {
  if (charts.length === 0) return new Map()
  const sources = charts.map(({id, spec}): [string, ChartSource] => [id, {file: merged.brief.narrative, spec}])
  const side: Merged = {
    ...merged,
    charts: new Map(sources),
    tables: new Map(tables.map((table) => [table.name, toTable(table)])),
  }
  const drawing = await beginDrawing({merged: side, template, effects})
  const results = await drawing.results
  return new Map(
    charts.map(({id}): [string, Drawn] => {
      const result = results.get(id)
      if (result === undefined) return [id, {problem: 'its data are not there'}]
      return [id, 'svg' in result ? {svg: result.svg} : {problem: plainDetail(result.problem.detail)}]
    }),
  )
}
