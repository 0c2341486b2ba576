import {report} from '../../messages/message.ts'
import {ruleFailed} from '../../messages/rules.ts'
import type {Brief} from '../../model/brief.ts'
import type {Values} from '../../model/values.ts'
import {names as namesOf} from '../list-values.ts'
import {columnRules} from './column-rules.ts'
import type {Check, FailedCell} from './rule.ts'
import {valueRules} from './value-rules.ts'

const checks: Readonly<Record<string, Check>> = {...valueRules, ...columnRules}

/** Beyond this many failures of one rule the rest says nothing new; they are counted. */
const mostFailures = 20

/** Checks the rules of a brief. What fails is left on the file of the rules, with the places of the text that use it. */
export function checkRules(brief: Brief, {values, tables}: Values): void {
  const {definitions, narrative} = brief
  for (const rule of definitions.rules?.values() ?? []) {
    const leave = (message: Parameters<typeof report>[2]): void =>
      report(definitions.file ?? narrative, rule.place, message)
    const failures = checks[rule.form]?.({rule, values, tables, report: leave}) ?? []
    const shown = failures.slice(0, mostFailures)
    for (const [index, {what, names, found, expected, cell}] of shown.entries()) {
      const place = cell && placeOf(cell, brief)
      const more = index === shown.length - 1 ? failures.length - shown.length : 0
      leave(ruleFailed({rule: rule.name, what, place, found, expected, used: usesOf(names, brief), more}))
    }
  }
}

/** `data/x/attacks.csv:12:3`, or the row where the file has no lines, or is none. */
function placeOf({table, row, field}: FailedCell, {data}: Brief): string {
  const isResource = data?.tables.some(({name}) => name === table.name) === true
  const point = isResource ? data.placeOf?.(table.name, row, field) : undefined
  if (point !== undefined && table.path !== undefined) return `${table.path}:${point.line}:${point.column}`
  return isResource && table.path !== undefined ? `${table.path}, row ${row + 1}` : `row ${row + 1}`
}

/** Where the text prints a value, or one that is computed from it or from a column. */
function usesOf(names: readonly string[], {definitions, narrative, charts}: Brief): readonly string[] {
  const affected = new Set(names)
  let size = -1
  while (size < affected.size) {
    size = affected.size
    for (const definition of definitions.values.values()) {
      const on = [String(definition.argument), ...namesOf(definition)]
      if (on.some((name) => affected.has(name))) affected.add(definition.name)
    }
  }
  const files = [narrative, ...[...charts.values()].map(({file}) => file)]
  return files.flatMap((file) =>
    String(file)
      .split('\n')
      .flatMap((line, index) => (printsOne(line, affected) ? [`${file.path}:${index + 1} “${excerpt(line)}”`] : [])),
  )
}

/** The beginning of a line, as much as tells it from others. */
function excerpt(line: string): string {
  const text = line.trim()
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`
}

const most = 60

function printsOne(line: string, names: ReadonlySet<string>): boolean {
  const expressions = line.match(/\{\{[^}]*\}\}/g) ?? []
  return expressions.some((expression) =>
    (expression.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []).some((name) => names.has(name)),
  )
}
