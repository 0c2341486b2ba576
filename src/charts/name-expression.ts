import type {ChartProblem, JsonObject} from './chart-job.ts'
import {isJsonObject} from './chart-job.ts'
import type {DrawingTools} from './load-drawing-tools.ts'

/** A problem of an expression with the expression that has it, as far as that can be told: Vega does not say it. */
export function nameExpression(
  problem: ChartProblem,
  spec: JsonObject,
  {vega}: Pick<DrawingTools, 'vega'>,
): ChartProblem {
  if (problem.kind !== 'expression') return problem
  const all = [...new Set(expressionsOf(spec))]
  const parse: unknown = Reflect.get(vega, 'parseExpression')
  const isBroken = (text: string): boolean => typeof parse === 'function' && !isParsed(() => void parse(text))
  const [, named = ''] =
    /Unrecognized \w+(?: name)?: "?([\w$]+)|^([\w$]+)\(\)/.exec(problem.detail)?.filter(Boolean) ?? []
  const expression =
    all.find(isBroken) ??
    all.find((text) => named !== '' && new RegExp(`\\b${named.replaceAll('$', String.raw`\$`)}\\b`).test(text)) ??
    (all.length === 1 ? all[0] : undefined)
  return expression === undefined ? problem : {...problem, expression}
}

function isParsed(parse: () => void): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

const HOLDERS = new Set(['calculate', 'filter', 'test', 'expr', 'labelExpr', 'signal', 'update', 'and', 'or', 'not'])

/** The expressions of a Vega-Lite or Vega spec, in order. */
function expressionsOf(value: unknown, holder = ''): readonly string[] {
  if (typeof value === 'string') return HOLDERS.has(holder) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((part) => expressionsOf(part, holder))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'values' || name === 'datasets' || name === 'usermeta' ? [] : expressionsOf(part, name),
  )
}
