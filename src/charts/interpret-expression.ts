import {constants, expressionFunctions, inUtc} from './expression-functions.ts'
import type {Evaluate} from './expression-functions.ts'

/** A node of Vega's expression tree (`parse(spec, config, {ast: true})`). */
export type Expression =
  | {readonly type: 'Literal'; readonly value: unknown}
  | {readonly type: 'Identifier'; readonly name: string}
  | {readonly type: 'MemberExpression'; object: Expression; property: Expression; computed: boolean}
  | {readonly type: 'CallExpression'; callee: {name: string}; arguments: readonly Expression[]}
  | {readonly type: 'ArrayExpression'; elements: readonly Expression[]}
  | {readonly type: 'ObjectExpression'; properties: readonly {key: Expression; value: Expression}[]}
  | {readonly type: 'BinaryExpression' | 'LogicalExpression'; operator: string; left: Expression; right: Expression}
  | {readonly type: 'UnaryExpression'; operator: string; argument: Expression}
  | {readonly type: 'ConditionalExpression'; test: Expression; consequent: Expression; alternate: Expression}

/** What the names in an expression stand for. */
export interface Scope {
  /** Vega's functions, bound to their place in the dataflow. */
  readonly functions: Readonly<Record<string, unknown>>
  /** Signals by `$name`, scales by `%name`. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly datum?: unknown
  readonly event?: unknown
  readonly item?: unknown
}

/**
 * Evaluates an expression by walking its tree, so that no text of a spec ever becomes code. Members are read only where
 * the object itself has them: nothing on a prototype (`constructor` above all) can be reached.
 *
 * @throws Error for an operator or a function that does not exist here, and for the clock (`now()`)
 */
export function interpretExpression(expression: Expression, scope: Scope): unknown {
  const evaluate: Evaluate<Expression> = (part) => interpretExpression(part, scope)
  switch (expression.type) {
    case 'Literal':
      return expression.value
    case 'Identifier':
      return named(expression.name, scope)
    case 'MemberExpression':
      return member(evaluate(expression.object), memberName(expression, evaluate))
    case 'CallExpression':
      return call(expression, scope, evaluate)
    case 'ArrayExpression':
      return expression.elements.map(evaluate)
    case 'ObjectExpression':
      return Object.fromEntries(expression.properties.map(({key, value}) => [keyName(key), evaluate(value)]))
    case 'LogicalExpression':
      return logical(expression, evaluate)
    case 'BinaryExpression':
      // The operators of JavaScript on whatever stands there: `+` also joins texts.
      return binary(expression.operator)(evaluate(expression.left) as number, evaluate(expression.right) as number)
    case 'UnaryExpression':
      return unary(expression.operator)(evaluate(expression.argument) as number)
    case 'ConditionalExpression':
      return evaluate(evaluate(expression.test) ? expression.consequent : expression.alternate)
  }
}

function named(name: string, scope: Scope): unknown {
  if (name === 'datum') return scope.datum
  if (name === 'item') return scope.item
  if (name === 'event') return scope.event
  if (Object.hasOwn(constants, name)) return constants[name]
  return scope.parameters[`$${name}`]
}

function memberName(
  expression: Extract<Expression, {type: 'MemberExpression'}>,
  evaluate: Evaluate<Expression>,
): PropertyKey {
  if (!expression.computed) return keyName(expression.property)
  const name = evaluate(expression.property)
  return typeof name === 'number' ? name : String(name)
}

function keyName(key: Expression): string {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : ''
}

function member(object: unknown, name: PropertyKey): unknown {
  if (object === null || object === undefined) {
    throw new Error(`Cannot read \`${String(name)}\` of ${String(object)}`)
  }
  if (!Object.hasOwn(Object(object), name)) return undefined
  return (object as Record<PropertyKey, unknown>)[name]
}

function call(
  expression: Extract<Expression, {type: 'CallExpression'}>,
  scope: Scope,
  evaluate: Evaluate<Expression>,
): unknown {
  const {name} = expression.callee
  if (name === 'if') return conditional(expression.arguments, evaluate)
  const values = expression.arguments.map(evaluate)
  // Names that begin with `_` are Vega's own short ways to a scale, used by its encoders.
  if (name.startsWith('_')) return throughScale(name, values, scope)
  const own = expressionFunctions[name]
  if (Object.hasOwn(expressionFunctions, name) && own !== undefined) return own(...values)
  const vega = scope.functions[Object.hasOwn(inUtc, name) ? (inUtc[name] ?? name) : name]
  // `toString` is a function of Vega's as well as every object's.
  const isInherited = name in Object.prototype && name !== 'toString'
  if (typeof vega !== 'function' || isInherited) throw unknownFunction(name)
  return (vega as (...values: readonly unknown[]) => unknown).apply(scope.functions, values)
}

function conditional(parts: readonly Expression[], evaluate: Evaluate<Expression>): unknown {
  const [test, consequent, alternate] = parts
  if (test === undefined || consequent === undefined || alternate === undefined) throw unknownFunction('if')
  return evaluate(evaluate(test) ? consequent : alternate)
}

function throughScale(name: string, values: readonly unknown[], scope: Scope): unknown {
  const scale = scope.parameters[`%${String(values[0])}`] as Scale | undefined
  if (scale === undefined) return undefined
  if (name === '_scale') return scale(values[1])
  if (name === '_range') return scale.range()
  if (name === '_bandwidth') return scale.bandwidth?.() ?? 0
  throw unknownFunction(name)
}

interface Scale {
  (value: unknown): unknown
  range: () => unknown
  bandwidth?: () => number
}

function unknownFunction(name: string): Error {
  return new Error(`Unrecognized function: ${name}`)
}

function logical(
  expression: Extract<Expression, {type: 'LogicalExpression' | 'BinaryExpression'}>,
  evaluate: Evaluate<Expression>,
): unknown {
  const left = evaluate(expression.left)
  if (expression.operator === '&&') return left && evaluate(expression.right)
  return left || evaluate(expression.right)
}

function unary(operator: string): (value: number) => unknown {
  const found = unaryOperators[operator]
  if (found === undefined) throw new Error(`Unrecognized operator: ${operator}`)
  return found
}

function binary(operator: string): (left: number, right: number) => unknown {
  const found = binaryOperators[operator]
  if (found === undefined) throw new Error(`Unrecognized operator: ${operator}`)
  return found
}

const unaryOperators: Readonly<Record<string, (value: number) => unknown>> = {
  '+': (value) => +value,
  '-': (value) => -value,
  '!': (value) => !value,
  '~': (value) => ~value,
}

const binaryOperators: Readonly<Record<string, (left: number, right: number) => unknown>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '<=': (left, right) => left <= right,
  '>=': (left, right) => left >= right,
  '==': (left, right) => left == right,
  '!=': (left, right) => left != right,
  '===': (left, right) => left === right,
  '!==': (left, right) => left !== right,
  '&': (left, right) => left & right,
  '|': (left, right) => left | right,
  '^': (left, right) => left ^ right,
  '<<': (left, right) => left << right,
  '>>': (left, right) => left >> right,
  '>>>': (left, right) => left >>> right,
}
