import {report} from '../../messages/message.ts'
import {ruleFailed} from '../../messages/rules.ts'
import type {Brief} from '../../model/brief.ts'
import type {Values} from '../../model/values.ts'
import {names as namesOf} from '../list-values.ts'
import {columnRules} from './column-rules.ts'
import type {Check} from './rule.ts'
import {valueRules} from './value-rules.ts'

const checks: Readonly<Record<string, Check>> = {...valueRules, ...columnRules}

/** Beyond this many failures of one rule the rest says nothing new. */
const mostFailures = 5

/** Checks the rules of a brief. What fails is left on the file of the rules, with the places of the text that use it. */
export function checkRules(brief: Brief, {values, tables}: Values): void {
  const {definitions, narrative} = brief
  for (const rule of definitions.rules?.values() ?? []) {
    const leave = (message: Parameters<typeof report>[2]): void =>
      report(definitions.file ?? narrative, rule.place, message)
    const failures = checks[rule.form]?.({rule, values, tables, report: leave}) ?? []
    for (const {what, names, found, expected} of failures.slice(0, mostFailures)) {
      leave(ruleFailed({rule: rule.name, what, found, expected, used: usesOf(names, brief)}))
    }
  }
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
      .flatMap((line, index) => (printsOne(line, affected) ? [`${file.path}:${index + 1}`] : [])),
  )
}

function printsOne(line: string, names: ReadonlySet<string>): boolean {
  const expressions = line.match(/\{\{[^}]*\}\}/g) ?? []
  return expressions.some((expression) =>
    (expression.match(/[\p{L}_][\p{L}\p{N}_-]*/gu) ?? []).some((name) => names.has(name)),
  )
}
