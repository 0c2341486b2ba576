import {mergeHelperMisused, mergeUnknownHelper, mergeUnknownName} from '../messages/merge.ts'
import {helperNames, maybeShape, type HelperShape} from './helper-shapes.ts'
import type {Call, Notes, Scope} from './instrument-notes.ts'
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

/** A call with its own number as the hidden argument `at`, so that the helper knows where it stands. */
export function call(
  notes: Notes,
  node: Callable,
  {scope, block}: {readonly scope: Scope; readonly block: boolean},
): {path: hbs.AST.PathExpression; params: Expression[]; hash: hbs.AST.Hash} {
  const helper = String(node.path.original)
  const shape = maybeShape(helper)
  if (shape === undefined) notes.problem(node, mergeUnknownHelper(helper, helperNames))
  else reportMisuse(notes, node, {helper, shape, block})
  const params = node.params.map((param) => argument(notes, param, scope))
  const pairs = (node.hash?.pairs ?? []).map((pair) => ({...pair, value: argument(notes, pair.value, scope)}))
  const written = [...params, ...pairs.map((pair) => pair.value)].map((each) => each.written)
  const at = notes.call({offset: notes.offsetOf(node), helper, written})
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
    const made: hbs.AST.SubExpression = {...node, ...call(notes, node, {scope, block: false})}
    return {node: made, written: {text: String(node.path.original), isName: false}}
  }
  if (!isPath(node)) return {node, written: {text: written(node), isName: false}}
  const path = resolvedPath(notes, node, scope)
  return {node: path, written: {text: node.original, isName: true}}
}

/** The name under which a helper is kept: one that no author can write, so that no name of a row hides it. */
export function helperPath(helper: string, loc: hbs.AST.SourceLocation): hbs.AST.PathExpression {
  const name = `#${helper}`
  return {type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc}
}

function resolvedPath(notes: Notes, path: hbs.AST.PathExpression, scope: Scope): hbs.AST.PathExpression {
  const {levels, blockParams} = scope
  const [first = '', ...rest] = path.parts
  if (path.data && first !== 'root') {
    const known = ['root', ...(levels.length > 1 ? ['index', 'first', 'last', 'key'] : [])]
    if (!known.includes(first))
      notes.problem(
        path,
        mergeUnknownName(
          path.original,
          known.map((name) => `@${name}`),
        ),
      )
    return path
  }
  if (path.data) return inBrief(notes, path, {before: ['root'], parts: rest})
  if (path.depth === 0 && blockParams.includes(first) && !/^(?:\.|this\b)/.test(path.original)) return path
  const level = levels.at(-1 - path.depth)
  if (level === 'item') return path
  if (level === undefined) notes.problem(path, mergeUnknownName(path.original, []))
  return inBrief(notes, path, {before: [], parts: path.parts})
}

function inBrief(
  notes: Notes,
  path: hbs.AST.PathExpression,
  {before, parts}: {readonly before: readonly string[]; readonly parts: readonly string[]},
): hbs.AST.PathExpression {
  const shape = parts.length === 1 && !notes.context.values.has(parts[0] ?? '') ? maybeShape(parts[0] ?? '') : undefined
  if (shape !== undefined) {
    notes.problem(path, mergeHelperMisused(`\`${path.original}\` alone`, 'what it is about', shape.usage))
    return path
  }
  const resolved = resolveName(parts, notes.context)
  if ('parts' in resolved) return {...path, parts: [...before, ...resolved.parts]}
  notes.problem(path, resolved.message)
  return path
}

function reportMisuse(
  notes: Notes,
  node: Callable,
  {helper, shape, block}: {readonly helper: string; readonly shape: HelperShape; readonly block: boolean},
): void {
  const {count, named = [], usage} = shape
  const [least, most] = count
  const names = (node.hash?.pairs ?? []).map((pair) => pair.key)
  const strange = names.find((name) => !named.includes(name))
  const lacking = named.find((name) => !names.includes(name))
  const misuse = (found: string, expected: string): void =>
    notes.problem(node, mergeHelperMisused(found, expected, usage))
  if (block !== (shape.block ?? false)) {
    misuse(`\`${helper}\` ${block ? 'as a block' : 'inside a line'}`, block ? 'an expression' : 'a block')
  } else if (node.params.length < least || node.params.length > most) {
    misuse(`${node.params.length} arguments of \`${helper}\``, least === most ? `${least}` : `${least} to ${most}`)
  } else if (strange !== undefined) misuse(`\`${strange}=\` of \`${helper}\``, 'no such argument')
  else if (lacking !== undefined) misuse(`\`${helper}\` without \`${lacking}=\``, `\`${lacking}="..."\``)
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
