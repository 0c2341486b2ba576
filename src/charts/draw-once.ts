import type {CacheKey, Effects} from '../effects/effects.ts'
import {isChartResult} from './chart-job.ts'
import type {ChartJob} from './chart-job.ts'

export interface DrawEffects {
  readonly charts: Pick<Effects['charts'], 'draw'>
  readonly cache: Pick<Effects['cache'], 'maybeGet' | 'keep'>
}

/**
 * Draws charts, but for those that were drawn before from the same spec, rows, look, fonts and language: these come from
 * the cache. Charts that could not be drawn are not kept, for they may have been given up for want of time.
 *
 * @returns what became of each, in order
 */
export async function drawOnce(jobs: readonly ChartJob[], {charts, cache}: DrawEffects): Promise<readonly unknown[]> {
  const kept = await Promise.all(jobs.map(async (job) => maybeResult(await cache.maybeGet(keyOf(job)))))
  const missing = jobs.filter((_, index) => kept[index] === undefined)
  const drawn = missing.length > 0 ? await charts.draw(missing) : []
  for (const [index, job] of missing.entries()) {
    const result = drawn[index]
    if (isChartResult(result) && 'svg' in result) cache.keep(keyOf(job), JSON.stringify(result))
  }
  return jobs.map((job, index) => kept[index] ?? drawn[missing.indexOf(job)])
}

function keyOf({fonts, ...job}: ChartJob): CacheKey {
  const faces = fonts.flatMap(({family, weight, style, data}) => [`${family} ${weight} ${style}`, data])
  return {kind: 'chart', parts: [JSON.stringify(job), ...faces]}
}

function maybeResult(content: Uint8Array | undefined): unknown {
  if (content === undefined) return undefined
  const result: unknown = JSON.parse(new TextDecoder().decode(content))
  return isChartResult(result) ? result : undefined
}
