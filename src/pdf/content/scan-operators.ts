import {isSpace, parseValue} from '../objects/parse-value.ts'

/** The operators of a content stream one after another. */
export interface OperatorScan {
  readonly text: string
  /** Where the present operator's operands begin. */
  start: number
  /** Where its name begins. */
  name: number
  /** Behind its name. */
  at: number
  operator: string
}

export function scanOperators(text: string): OperatorScan {
  return {text, start: 0, name: 0, at: 0, operator: ''}
}

/** What a character begins, by its code: 0 a name of an operator, 1 space, 2 to 6 an operand. */
const OPERATOR = 0
const SPACE = 1
const WORD = 2
const NAME = 3
const ANGLE = 4
const LITERAL = 5
const BRACKET = 6

const kinds = Uint8Array.from({length: 256}, (_, code) => {
  if (isSpace(code)) return SPACE
  const character = String.fromCharCode(code)
  if (/[\d.+-]/.test(character)) return WORD
  if (character === '/') return NAME
  if (character === '<' || character === '>') return ANGLE
  if (character === '(') return LITERAL
  return character === '[' || character === ']' ? BRACKET : OPERATOR
})

/** Moves to the next operator; false at the end. Operands are skipped, not read: most are passed on as they are. */
export function nextOperator(scan: OperatorScan): boolean {
  const {text} = scan
  let at = scan.at
  while (kinds[text.charCodeAt(at)] === SPACE) at++
  scan.start = at
  for (;;) {
    const kind = kinds[text.charCodeAt(at)]
    if (kind === OPERATOR) break
    if (kind === undefined) return false
    at = skipOperand(text, at, kind)
  }
  scan.name = at
  at++
  while (kinds[text.charCodeAt(at)] === OPERATOR) at++
  scan.at = at
  scan.operator = text.slice(scan.name, at)
  return true
}

function skipOperand(text: string, from: number, kind: number): number {
  let at = from + 1
  if (kind === WORD) while (kinds[text.charCodeAt(at)] === WORD) at++
  if (kind === NAME) while (isRegular(kinds[text.charCodeAt(at)])) at++
  if (kind === ANGLE && text.charCodeAt(at) !== 60) return text.indexOf('>', from) + 1
  if (kind !== LITERAL && kind !== ANGLE) return at
  const cursor = {text, at: from}
  parseValue(cursor)
  return cursor.at
}

function isRegular(kind: number | undefined): boolean {
  return kind === OPERATOR || kind === WORD
}

/** The numbers among the operands of the present operator. */
export function numbersOf({text, start, name}: OperatorScan): number[] {
  const numbers: number[] = []
  for (let at = start; at < name; at++) {
    if (kinds[text.charCodeAt(at)] !== WORD) continue
    let end = at
    while (kinds[text.charCodeAt(end)] === WORD) end++
    numbers.push(Number(text.slice(at, end)))
    at = end
  }
  return numbers
}
