import type {Position} from 'unist'
import {jsonOf} from '../commands/report.ts'
import type {Printed} from '../printed.ts'
import {locate} from '../prose/locate.ts'
import type {AuditedNumber} from './audit.ts'
import type {CheckResult} from './check-all.ts'

/** The result of `brief check --format json`: per brief its messages, in the shape of the build's, and its numbers. */
export function checkJson(results: readonly CheckResult[]): unknown {
  return {
    briefs: results.map((result) => ({
      name: result.name,
      ok: result.ok,
      messages: jsonOf(result.files),
      numbers: (result.numbers ?? []).map((number) => numberJson(number, result)),
    })),
  }
}

function numberJson(number: AuditedNumber, result: CheckResult): unknown {
  const {mention, passage, state, printed, comparison} = number
  const {start} = placeOf(number, result) ?? {}
  return {
    file: printed?.path ?? passage.path,
    line: start?.line,
    column: start?.column,
    inside: passage.inside,
    text: mention.text,
    state,
    kind: mention.kind,
    ...(mention.quantity && {number: mention.quantity.value, unit: mention.quantity.unit}),
    ...(printed && originJson(printed)),
    ...(comparison && {
      figure: comparison.fact.value,
      data: {verdict: comparison.verdict, is: comparison.fact.expression},
    }),
  }
}

/** What printed a number, and what it was before it was written out. */
function originJson({origin, raw}: Printed): object {
  if (origin.kind === 'value') return {value: origin.name, figure: raw}
  if (origin.kind === 'cell') return {cell: {table: origin.table, row: origin.row, column: origin.column}, figure: raw}
  return origin.kind === 'literal' ? {source: origin.source} : {}
}

/** Where a number stands: the expression that printed it, or the number itself. */
export function placeOf(
  {printed, passage, mention}: AuditedNumber,
  {files}: CheckResult,
): Partial<Position> | undefined {
  if (printed?.start !== undefined) return {start: printed.start}
  const file = files.find(({path}) => path === passage.path)
  return locate(passage, mention, String(file ?? ''))
}
