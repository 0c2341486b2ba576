/** A comparison that a text makes: `{{#if (gt most 50)}}`. */
export interface Condition {
  readonly operator: Operator
  readonly left: Operand
  readonly right: Operand
}

export type Operator = 'gt' | 'gte' | 'lt' | 'lte' | 'eq' | 'ne'

/** The name of a value, or a number or text. */
export type Operand = {readonly name: string} | {readonly raw: string | number}

const comparison = /\(\s*(gte?|lte?|eq|ne)\s+("[^"]*"|'[^']*'|[^\s()"']+)\s+("[^"]*"|'[^']*'|[^\s()"']+)\s*\)/g

/** The comparisons in a text with expressions, each once. */
export function conditionsIn(text: string): readonly Condition[] {
  const found = Array.from(text.matchAll(comparison), ([, operator, left = '', right = '']): Condition => {
    return {operator: operator as Operator, left: operand(left), right: operand(right)}
  })
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()]
}

function operand(written: string): Operand {
  if (/^["']/.test(written)) return {raw: written.slice(1, -1)}
  const number = Number(written)
  return Number.isNaN(number) ? {name: written.replace(/\.raw$/, '')} : {raw: number}
}
