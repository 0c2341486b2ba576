import type {Message} from '../messages/message.ts'
import {mergePartial, mergeUnescaped} from '../messages/merge.ts'
import {argument, call, helperPath, type Expression} from './instrument-call.ts'
import {printHelper, type Call, type Notes, type Scope} from './instrument-notes.ts'
import type {MergeContext} from './merge-context.ts'
import {lineStarts} from './source-places.ts'

/** A template whose output is nothing but the numbers of the pieces to print, each with a semicolon. */
export interface Instrumented {
  readonly program: hbs.AST.Program
  /** The author's own text, by number. */
  readonly contents: readonly {readonly text: string; readonly offset: number}[]
  /** Expressions that print and helpers that are called, by number. */
  readonly calls: readonly Call[]
  readonly problems: readonly {readonly offset: number; readonly message: Message}[]
}

/**
 * Rewrites a parsed template so that the author's text and each printed value can be told apart in its output, and
 * traced back to the source: texts print their number as `t1;`, expressions go through the helper `print`, which is
 * told theirs. Finds unknown names and misused helpers wherever they do not depend on the data.
 */
export function instrument(program: hbs.AST.Program, source: string, context: MergeContext): Instrumented {
  const contents: Instrumented['contents'][number][] = []
  const calls: Call[] = []
  const problems: Instrumented['problems'][number][] = []
  const starts = lineStarts(source)
  const offsetOf = ({loc}: hbs.AST.Node): number => (starts[loc.start.line - 1] ?? 0) + loc.start.column
  const notes: Notes = {
    context,
    offsetOf,
    endOf: ({loc}) => (starts[loc.end.line - 1] ?? 0) + loc.end.column,
    content: (offset, length) => contents.push({text: source.slice(offset, offset + length), offset}) - 1,
    call: (made) => calls.push(made) - 1,
    problem: (node, message) => problems.push({offset: offsetOf(node), message}),
  }
  const walked = walkProgram(notes, program, {levels: ['brief'], blockParams: []})
  return {program: walked, contents, calls, problems}
}

function walkProgram(notes: Notes, program: hbs.AST.Program, scope: Scope): hbs.AST.Program {
  return {...program, body: program.body.flatMap((statement) => walkStatement(notes, statement, scope))}
}

function walkStatement(notes: Notes, statement: hbs.AST.Statement, scope: Scope): hbs.AST.Statement[] {
  if (isContent(statement)) return [markedContent(notes, statement)]
  if (isMustache(statement)) return [printed(notes, statement, scope)]
  if (isBlock(statement)) return walkBlock(notes, statement, scope)
  if (statement.type !== 'CommentStatement') {
    const kind = statement.type.startsWith('Decorator') ? 'decorator' : 'partial'
    notes.problem(statement, mergePartial(kind))
  }
  return []
}

/** Whitespace around blocks may be gone from the text; the offset is that of what is left. */
function markedContent(notes: Notes, statement: hbs.AST.ContentStatement): hbs.AST.ContentStatement {
  const {value} = statement
  const original = statement.original as unknown as string
  const lost = original.length - value.length
  const leading = value.trim() === '' ? (original.endsWith(value) ? lost : 0) : blank(original) - blank(value)
  const number = notes.content(notes.offsetOf(statement) + leading, value.length)
  return {...statement, value: value === '' ? '' : `t${number};`}
}

function blank(text: string): number {
  return text.length - text.trimStart().length
}

function printed(notes: Notes, statement: hbs.AST.MustacheStatement, scope: Scope): hbs.AST.MustacheStatement {
  if (!statement.escaped) notes.problem(statement, mergeUnescaped())
  const {loc, path, params, hash} = statement
  const isCall = params.length > 0 || (hash?.pairs ?? []).length > 0
  const expression: Expression = isCall ? {...statement, type: 'SubExpression'} : asName(path, loc)
  const {node, written} = argument(notes, expression, scope)
  const number = notes.call({...span(notes, statement), helper: printHelper, written: [written]})
  return {
    ...statement,
    escaped: false,
    path: helperPath(printHelper, loc),
    params: [numberLiteral(number, loc), node],
    hash: {type: 'Hash', pairs: [], loc},
  }
}

function span({offsetOf, endOf}: Notes, node: hbs.AST.Node): {offset: number; end: number} {
  return {offset: offsetOf(node), end: endOf(node)}
}

/** `{{2021}}` is the value of that name, as Handlebars has it, not a number. */
function asName(path: hbs.AST.Expression & {original?: unknown}, loc: hbs.AST.SourceLocation): Expression {
  if (path.type === 'PathExpression') return path
  const name = String(path.original)
  const named: hbs.AST.PathExpression = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  }
  return named
}

/** A block with a mistake prints nothing; what it holds is looked through all the same. */
function walkBlock(notes: Notes, block: hbs.AST.BlockStatement, scope: Scope): hbs.AST.BlockStatement[] {
  const helper = block.path.original
  const called = call(notes, block, {scope, block: true})
  const opens = helper === 'each' || helper === 'with'
  const names = block.program?.blockParams ?? []
  const inner: Scope = opens
    ? {levels: [...scope.levels, 'item'], blockParams: [...scope.blockParams, ...names]}
    : scope
  // Absent for `{{^if}}` and for a block without `{{else}}`, whatever the types say.
  const program = maybeProgram(notes, block.program, inner) as hbs.AST.Program
  const inverse = maybeProgram(notes, block.inverse, scope) as hbs.AST.Program
  return called === undefined ? [] : [{...block, ...called, program, inverse}]
}

function maybeProgram(notes: Notes, program: hbs.AST.Program | undefined, scope: Scope): hbs.AST.Program | undefined {
  return program === undefined || program === null ? undefined : walkProgram(notes, program, scope)
}

function numberLiteral(value: number, loc: hbs.AST.SourceLocation): hbs.AST.NumberLiteral {
  return {type: 'NumberLiteral', value, original: value, loc}
}

function isContent(statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement {
  return statement.type === 'ContentStatement'
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === 'MustacheStatement'
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement'
}
