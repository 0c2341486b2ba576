import {interpretExpression} from './interpret-expression.ts'
import type {Expression, Scope} from './interpret-expression.ts'

/** What Vega's runtime hands over with an expression: the functions bound to the expression's place in the dataflow. */
interface RuntimeContext {
  readonly functions: Readonly<Record<string, unknown>>
}

interface Parsed {
  readonly ast: Expression
}

type Parameters = Readonly<Record<string, unknown>>
type Item = Record<string, unknown>

/** The `expr` option of Vega's view: evaluates by walking trees where Vega by itself would make code of text. */
export const expressionInterpreter = {
  operator(context: RuntimeContext, {ast}: Parsed) {
    return (parameters: Parameters) => interpretExpression(ast, {functions: context.functions, parameters})
  },

  parameter(context: RuntimeContext, {ast}: Parsed) {
    return (datum: unknown, parameters: Parameters) =>
      interpretExpression(ast, {functions: context.functions, parameters, datum})
  },

  event(context: RuntimeContext, {ast}: Parsed) {
    return (event: unknown) => interpretExpression(ast, {functions: context.functions, parameters: {}, event})
  },

  handler(context: RuntimeContext, {ast}: Parsed) {
    return (parameters: Parameters, event: {item?: {datum?: unknown}}) =>
      interpretExpression(ast, {functions: context.functions, parameters, event, datum: event.item?.datum})
  },

  encode(
    context: RuntimeContext,
    {marktype, channels}: {marktype: string; channels: Readonly<Record<string, Parsed>>},
  ) {
    return (item: Item, parameters: Parameters) => {
      const scope: Scope = {functions: context.functions, parameters, item, datum: item['datum']}
      const changed = assignChannels(item, channels, scope)
      if (marktype !== 'rule') adjustSpatial(item, channels, ['group', 'image', 'rect'].includes(marktype))
      return changed ? 1 : 0
    }
  },
}

function assignChannels(item: Item, channels: Readonly<Record<string, Parsed>>, scope: Scope): boolean {
  let changed = false
  for (const [name, {ast}] of Object.entries(channels)) {
    const value = interpretExpression(ast, scope)
    if (item[name] === value) continue
    item[name] = value
    changed = true
  }
  return changed
}

/** Width and height from both ends or from the centre, as Vega's own encoders do it. */
function adjustSpatial(item: Item, channels: Readonly<Record<string, Parsed>>, isBox: boolean): void {
  adjustAxis(item, channels, {start: 'x', end: 'x2', centre: 'xc', size: 'width', isBox})
  adjustAxis(item, channels, {start: 'y', end: 'y2', centre: 'yc', size: 'height', isBox})
}

interface Axis {
  readonly start: string
  readonly end: string
  readonly centre: string
  readonly size: string
  readonly isBox: boolean
}

function adjustAxis(item: Item, channels: Readonly<Record<string, Parsed>>, axis: Axis): void {
  const {start, end, centre, size, isBox} = axis
  const value = (name: string): number => Number(item[name] ?? 0)
  if (channels[end] !== undefined) {
    if (channels[start] === undefined) item[start] = value(end) - value(size)
    else {
      if (isBox && value(start) > value(end)) [item[start], item[end]] = [item[end], item[start]]
      item[size] = value(end) - value(start)
    }
  }
  if (channels[centre] !== undefined) item[start] = value(centre) - value(size) / 2
}
