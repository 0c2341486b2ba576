import {mergeHelperMisused, mergeUnknownHelper, mergeUnknownName} from '../messages/merge.ts'
import {blockNames, inlineNames, maybeShape, type HelperShape} from './helper-shapes.ts'
import {failedHelper, type Call, type Notes, type Scope} from './instrument-notes.ts'
import {resolveName} from './resolve-name.ts'

export type Expression = hbs.AST.Expression

/** What is common to a call in an expression and to a block. */
interface Callable extends hbs.AST.Node {
  readonly path: hbs.AST.Expression & {readonly original?: unknown}
  readonly params: hbs.AST.Expression[]
  readonly hash: hbs.AST.Hash | undefined
}

interface Argument {
  readonly node: Expression
  readonly written: Call['written'][number]
}

/**
 * A call with its own number as the hidden argument `at`, so that the helper knows where it stands.
 *
 * @returns undefined, after a message, when there is no such helper or it is called wrongly
 */
export function call(
  notes: Notes,
  node: Callable,
  {scope, block}: {readonly scope: Scope; readonly block: boolean},
): {path: hbs.AST.PathExpression; params: Expression[]; hash: hbs.AST.Hash} | undefined {
  const helper = String(node.path.original)
  const shape = maybeShape(helper)
  if (shape === undefined) notes.problem(node, mergeUnknownHelper(helper, block ? blockNames : inlineNames))
  const misused = shape === undefined || reportMisuse(notes, node, {helper, shape, block})
  const params = node.params.map((param) => argument(notes, param, scope))
  const pairs = (node.hash?.pairs ?? []).map((pair) => ({...pair, value: argument(notes, pair.value, scope)}))
  if (misused) return undefined
  const written = [...params, ...pairs.map((pair) => pair.value)].map((each) => each.written)
  const at = notes.call({offset: notes.offsetOf(node), end: notes.endOf(node), helper, written})
  const {loc} = node
  const number = {type: 'NumberLiteral', value: at, original: at, loc} satisfies hbs.AST.NumberLiteral
  return {
    path: helperPath(helper, loc),
    params: params.map((param) => param.node),
    hash: {
      type: 'Hash',
      pairs: [
        ...pairs.map((pair) => ({...pair, value: pair.value.node})),
        {type: 'HashPair', key: 'at', value: number, loc},
      ],
      loc,
    },
  }
}

/** An expression as an argument, its names resolved as far as they do not depend on the data. */
export function argument(notes: Notes, node: Expression, scope: Scope): Argument {
  if (isCall(node)) {
    const called = call(notes, node, {scope, block: false})
    const made: hbs.AST.SubExpression = called === undefined ? failedCall(node.loc) : {...node, ...called}
    return {node: made, written: {text: writtenCall(node), isName: false}}
  }
  if (!isPath(node)) return {node, written: {text: written(node), isName: false}}
  const path = maybeResolved(notes, node, scope)
  return {node: path ?? failedCall(node.loc), written: {text: node.original, isName: path !== undefined}}
}

/** The name under which a helper is kept: one that no author can write, so that no name of a row hides it. */
export function helperPath(helper: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  const name = `#${helper}`
  return {type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc}
}

/** Stands for what cannot be evaluated, so that the mistakes of the rest are still found. */
function failedCall(loc: hbs.AST.SourceLocation): hbs.AST.SubExpression {
  return {
    type: 'SubExpression',
    path: helperPath(failedHelper, loc),
    params: [],
    hash: {type: 'Hash', pairs: [], loc},
    loc,
  }
}

function maybeResolved(notes: Notes, path: hbs.AST.PathExpression, scope: Scope): hbs.AST.PathExpression | undefined {
  const {levels, blockParams} = scope
  const [first = '', ...rest] = path.parts
  if (path.data && first !== 'root') {
    const known = ['root', ...(levels.length > 1 ? ['index', 'first', 'last', 'key'] : [])]
    if (known.includes(first)) return path
    const names = known.map((name) => `@${name}`)
    notes.problem(path, mergeUnknownName(path.original, names))
    return undefined
  }
  if (path.data) return inBrief(notes, path, {before: ['root'], parts: rest})
  if (path.depth === 0 && blockParams.includes(first) && !/^(?:\.|this\b)/.test(path.original)) return path
  const level = levels.at(-1 - path.depth)
  if (level === 'item') return path
  if (level === 'brief') return inBrief(notes, path, {before: [], parts: path.parts})
  notes.problem(path, mergeUnknownName(path.original, []))
  return undefined
}

function inBrief(
  notes: Notes,
  path: hbs.AST.PathExpression,
  {before, parts}: {readonly before: readonly string[]; readonly parts: readonly string[]},
): hbs.AST.PathExpression | undefined {
  const shape = parts.length === 1 && !notes.context.values.has(parts[0] ?? '') ? maybeShape(parts[0] ?? '') : undefined
  if (shape !== undefined) {
    notes.problem(path, mergeHelperMisused(`\`${path.original}\` alone`, 'what it is about', shape.usage))
    return undefined
  }
  const resolved = resolveName(parts, notes.context)
  if ('parts' in resolved) return {...path, parts: [...before, ...resolved.parts]}
  notes.problem(path, resolved.message)
  return undefined
}

/** Says what is wrong with a call, if anything is. */
function reportMisuse(
  notes: Notes,
  node: Callable,
  {helper, shape, block}: {readonly helper: string; readonly shape: HelperShape; readonly block: boolean},
): boolean {
  const [found, expected] =
    maybeWrongKind(helper, shape, block) ??
    maybeWrongCount(helper, shape, node.params.length) ??
    maybeWrongNames(helper, shape, node.hash?.pairs ?? []) ??
    []
  if (found === undefined || expected === undefined) return false
  notes.problem(node, mergeHelperMisused(found, expected, shape.usage))
  return true
}

type Misuse = readonly [found: string, expected: string] | undefined

function maybeWrongKind(helper: string, shape: HelperShape, block: boolean): Misuse {
  if (block === (shape.block ?? false)) return undefined
  return block ? [`\`${helper}\` as a block`, 'an expression'] : [`\`${helper}\` inside a line`, 'a block']
}

function maybeWrongCount(helper: string, {count: [least, most]}: HelperShape, given: number): Misuse {
  if (given >= least && given <= most) return undefined
  const found = `${given === 0 ? 'no' : given} ${given === 1 ? 'argument' : 'arguments'} of \`${helper}\``
  return [found, least === most ? `${least}` : `${least} to ${most}`]
}

function maybeWrongNames(
  helper: string,
  {named = [], optional = []}: HelperShape,
  pairs: readonly hbs.AST.HashPair[],
): Misuse {
  const names = pairs.map((pair) => pair.key)
  const strange = names.find((name) => !named.includes(name) && !optional.includes(name))
  if (strange !== undefined) return [`argument \`${strange}=\` of \`${helper}\``, 'none of that name']
  const lacking = named.find((name) => !names.includes(name))
  return lacking === undefined ? undefined : [`\`${helper}\` without \`${lacking}=\``, `\`${lacking}="..."\``]
}

/** A call as it was typed. */
function writtenCall({path, params}: hbs.AST.SubExpression): string {
  const parts = params.map((param) => (isCall(param) ? writtenCall(param) : quoted(param)))
  return `(${[path.original, ...parts].join(' ')})`
}

function quoted(node: Expression): string {
  return node.type === 'StringLiteral' ? `"${written(node)}"` : written(node)
}

function written(node: Expression): string {
  return 'original' in node ? String(node.original) : node.type
}

function isCall(node: Expression): node is hbs.AST.SubExpression {
  return node.type === 'SubExpression'
}

function isPath(node: Expression): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression'
}
