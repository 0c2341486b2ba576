import type {JsonObject} from './chart-job.ts'
import {textOf} from './text-of.ts'

/** The name that Vega-Lite gives to what it computes from a field. */
export function drawnField({field, aggregate, timeUnit}: JsonObject): string {
  if (aggregate === 'count') return '__count'
  const name = textOf(field)
  if (typeof aggregate === 'string') return `${aggregate}_${name}`
  return typeof timeUnit === 'string' ? `${timeUnit}_${name}` : name
}
