import type {Document, Drawing, Merged} from '../model/document.ts'
import type {Effects} from '../effects/effects.ts'
import type {Template} from '../sources/template.ts'
import {chartJobs} from './draw-charts.ts'
import {drawOnce} from './draw-once.ts'
import {labelSvg} from './finish-svg.ts'
import {isChartResult} from './chart-job.ts'
import {isReadable} from './narrow-variants.ts'

export interface NarrowInput {
  readonly document: Pick<Document, 'charts'>
  readonly drawings: ReadonlyMap<string, Drawing>
  readonly merged: Merged
  readonly template: Pick<Template, 'chartTheme' | 'manifest'>
}

interface NarrowEffects {
  readonly files: Pick<Effects['files'], 'maybeReadPackage'>
  readonly charts: Pick<Effects['charts'], 'draw'>
  readonly cache: Pick<Effects['cache'], 'maybeGet' | 'keep'>
}

/**
 * Draws the charts again for narrow screens, as wide as the template says in `chart.narrow`. A chart that cannot be read
 * so narrow is left out: the page lets the wide drawing scroll.
 *
 * @returns the drawings, each with its narrow form where it has one
 */
export async function drawNarrow(input: NarrowInput, effects: NarrowEffects): Promise<ReadonlyMap<string, Drawing>> {
  const {document, drawings, merged, template} = input
  const {narrow} = template.manifest.chart
  if (narrow === undefined || drawings.size === 0) return drawings
  const jobs = await chartJobs({merged, template, effects}, narrow)
  const results = await drawOnce(
    jobs.map((job) => ({...job, isNarrow: true})),
    effects,
  )
  const byFile = new Map(jobs.map(({key}, index) => [merged.charts.get(key)?.file, results[index]]))
  const narrowed = document.charts.flatMap(({key, source}) => {
    const [drawing, result] = [drawings.get(key), byFile.get(source.file)]
    if (drawing === undefined || !isChartResult(result) || !('svg' in result) || !isReadable(result)) return []
    const drawn = drawing.drawn && {drawn: {...drawing.drawn, narrowSpots: result.spots}}
    return [[key, {...drawing, narrow: labelSvg(result.svg, drawing.alt), ...drawn}] as const]
  })
  return new Map([...drawings, ...narrowed])
}
