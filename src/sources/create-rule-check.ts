import {listed} from '../messages/nearest.ts'
import type {Cell} from '../model/data.ts'
import type {Constraints} from './resource.ts'

type Check = (cell: Exclude<Cell, null>) => string | undefined

/** Makes the test of a field's constraints: it gives the rule that a cell breaks, in words, or undefined. */
export function createRuleCheck(constraints: Constraints): Check {
  const checks = [...boundChecks(constraints), ...textChecks(constraints), ...enumChecks(constraints)]
  return (cell) => {
    for (const check of checks) {
      const rule = check(cell)
      if (rule !== undefined) return rule
    }
    return undefined
  }
}

/** ISO dates compare as texts. */
function boundChecks({minimum, maximum, exclusiveMinimum, exclusiveMaximum}: Constraints): Check[] {
  const bound = (
    limit: string | number | undefined,
    breaks: (cell: Exclude<Cell, null>) => boolean,
    rule: string,
  ): Check[] =>
    limit === undefined ? [] : [(cell) => (breaks(cell) ? rule.replace('%', () => `\`${limit}\``) : undefined)]
  return [
    ...bound(minimum, (cell) => minimum !== undefined && cell < minimum, 'at least % (`minimum`)'),
    ...bound(maximum, (cell) => maximum !== undefined && cell > maximum, 'at most % (`maximum`)'),
    ...bound(
      exclusiveMinimum,
      (cell) => exclusiveMinimum !== undefined && cell <= exclusiveMinimum,
      'more than % (`exclusiveMinimum`)',
    ),
    ...bound(
      exclusiveMaximum,
      (cell) => exclusiveMaximum !== undefined && cell >= exclusiveMaximum,
      'less than % (`exclusiveMaximum`)',
    ),
  ]
}

function textChecks({pattern, minLength, maxLength}: Constraints): Check[] {
  const checks: Check[] = []
  if (pattern !== undefined) {
    const whole = new RegExp(`^(?:${pattern})$`, 'u')
    checks.push((cell) => (whole.test(String(cell)) ? undefined : `text that fits \`${pattern}\` (\`pattern\`)`))
  }
  if (minLength !== undefined) {
    checks.push((cell) => (lengthOf(cell) < minLength ? `at least ${minLength} characters (\`minLength\`)` : undefined))
  }
  if (maxLength !== undefined) {
    checks.push((cell) => (lengthOf(cell) > maxLength ? `at most ${maxLength} characters (\`maxLength\`)` : undefined))
  }
  return checks
}

function enumChecks({enum: choices}: Constraints): Check[] {
  if (!choices) return []
  const allowed = new Set<Cell>(choices)
  return [(cell) => (allowed.has(cell) ? undefined : `${listed(choices.map(String))} (\`enum\`)`)]
}

/** In code points, as the standard counts. */
function lengthOf(cell: Cell): number {
  return Array.from(String(cell)).length
}
