import {valuesUnknownValue} from '../messages/values.ts'
import type {Cell} from '../model/data.ts'
import type {ValueDefinition, ViewDefinition} from '../model/values.ts'
import type {Operand} from './computed.ts'
import type {Evaluation} from './evaluation.ts'
import {placeIn} from './place-in.ts'
import {quotedText} from './store.ts'

const names = /\{\{\s*([\p{L}_][\p{L}\p{N}_-]*)\s*\}\}/gu

/**
 * A definition with the values that it names in double braces put in: in SQL as literals, in conditions as they are.
 *
 * @returns undefined where one of them fails or does not exist, after a message
 */
export async function maybeFilled(
  evaluation: Evaluation,
  definition: ValueDefinition,
  operand: Operand,
): Promise<ValueDefinition | undefined> {
  const {form, argument, where} = definition
  const texts = [form === 'sql' ? String(argument) : '', ...Object.values<unknown>(where).flat()]
  const used = texts.flatMap((text) => (typeof text === 'string' ? [...text.matchAll(names)] : []))
  if (used.length === 0) return definition
  const found = new Map<string, Cell | readonly Cell[]>()
  for (const [, name = ''] of used) {
    const known = evaluation.definitions.values
    const part = form === 'sql' && String(argument).includes(name) ? [form] : ['where']
    if (!known.has(name)) evaluation.report(placeIn(definition, part), valuesUnknownValue(name, known.keys()))
    const computed = await operand(name)
    if (computed === undefined) return undefined
    found.set(name, computed.raw)
  }
  const conditions = Object.entries<unknown>(where).map(([column, wanted]) => [column, filledCondition(wanted, found)])
  return {
    ...definition,
    argument: form === 'sql' ? filledSql(String(argument), found) : argument,
    where: Object.fromEntries(conditions) as ValueDefinition['where'],
  }
}

/** The same for the SQL of a view. */
export async function maybeFilledSql(
  evaluation: Evaluation,
  {name, place, at, sql}: ViewDefinition,
  operand: Operand,
): Promise<string | undefined> {
  const definition = {name, place, ...(at && {at}), form: 'sql', argument: sql, where: {}}
  const filled = await maybeFilled(evaluation, definition, operand)
  return filled && String(filled.argument)
}

/** The values that a text names in double braces. */
export function bracedNames(text: string): readonly string[] {
  return Array.from(text.matchAll(names), ([, name = '']) => name)
}

/** SQL as it can be parsed before the values are known. */
export function withoutBraces(sql: string): string {
  return sql.replace(names, '(NULL)')
}

type Found = ReadonlyMap<string, Cell | readonly Cell[]>

function filledSql(sql: string, found: Found): string {
  return sql.replace(names, (_, name: string) => literal(found.get(name) ?? null))
}

function literal(raw: Cell | readonly Cell[]): string {
  if (raw === null) return 'NULL'
  if (typeof raw === 'string') return quotedText(raw)
  if (typeof raw === 'object') return `(${raw.map(literal).join(', ')})`
  // After a minus, a second one would begin a comment.
  return typeof raw === 'number' && raw < 0 ? `(${raw})` : String(raw)
}

function filledCondition(wanted: unknown, found: Found): unknown {
  if (Array.isArray(wanted)) return wanted.map((one: unknown) => filledCondition(one, found))
  const name = typeof wanted === 'string' ? new RegExp(`^${names.source}$`, 'u').exec(wanted)?.[1] : undefined
  return name === undefined ? wanted : found.get(name)
}
