import type {BaseIssue, GenericSchema} from 'valibot'
import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {nearest} from '../messages/nearest.ts'
import {missingName, unknownName, wrongType, wrongValue} from '../messages/sources.ts'
import type {Path, Placed} from './placed.ts'
import {isMap} from './shapes.ts'

export interface IssueTarget {
  readonly file: VFile
  readonly placed: Placed
  /** What the schema describes, for messages: "front matter". */
  readonly owner: string
  readonly schema: GenericSchema
  /** Where the checked value stands in `placed`; the root by default. */
  readonly base?: Path
}

/**
 * Reports what a schema found wrong, each at its place. The messages that the schema's parts carry are what was
 * expected: `v.string('text')`.
 */
export function reportIssues(issues: readonly BaseIssue<unknown>[], target: IssueTarget): void {
  const meant = new Set(issues.filter(isUnknownName).flatMap((issue) => reportUnknownNames(issue, target)))
  for (const issue of issues) {
    if (!isUnknownName(issue) && !meant.has(JSON.stringify(pathOf(issue)))) reportIssue(issue, target)
  }
}

/**
 * Reports the names that a map may not have, of which the issue names only the first.
 *
 * @returns the paths of the names that they were meant to be, of which nothing needs to be said when they are missing
 */
function reportUnknownNames(
  issue: BaseIssue<unknown>,
  {file, placed, owner, schema, base = []}: IssueTarget,
): string[] {
  const path = pathOf(issue)
  const parent = path.slice(0, -1)
  const known = namesAt(schema, parent)
  const holder = issue.path?.at(-1)?.input
  const unknown = isMap(holder) ? Object.keys(holder).filter((name) => !known.includes(name)) : [String(path.at(-1))]
  return unknown.map((name) => {
    report(file, placed.nameAt([...base, ...parent, name]), unknownName(name, ownerOf(path, owner), known))
    return JSON.stringify([...parent, nearest(name, known)[0]])
  })
}

function reportIssue(issue: BaseIssue<unknown>, target: IssueTarget): void {
  const {file, placed} = target
  const path = pathOf(issue)
  const inFile = [...(target.base ?? []), ...path]
  if (issue.type.endsWith('object') && issue.input === undefined && path.length > 0) {
    report(file, placed.at(inFile), missingName(String(path.at(-1)), ownerOf(path, target.owner)))
    return
  }
  report(file, placed.at(inFile), issue.kind === 'schema' && issue.type !== 'picklist' ? typed(issue) : valued(issue))
}

function isUnknownName({type, expected}: BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never'
}

function pathOf({path}: BaseIssue<unknown>): Path {
  return (path ?? []).map((item) => item.key as string | number)
}

function typed(issue: BaseIssue<unknown>): ReturnType<typeof wrongType> {
  return wrongType(kindOf(issue.input), issue.message)
}

function valued(issue: BaseIssue<unknown>): ReturnType<typeof wrongType> {
  const {input} = issue
  if (Array.isArray(input) && input.length === 0) return wrongType('empty list', issue.message)
  if (typeof input === 'object' && input !== null) return wrongType(kindOf(input), issue.message)
  const known = issue.type === 'picklist' ? [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)] : []
  return wrongValue(
    String(input),
    issue.message,
    known.map(([, option]) => option ?? ''),
  )
}

/** What should hold the name at the end of a path: `front matter`, `options` of the front matter, entry of `authors`. */
function ownerOf(path: Path, owner: string): string {
  const parents = path.slice(0, -1)
  const parent = parents.findLast((step) => typeof step === 'string')
  if (parent === undefined) return owner
  return typeof parents.at(-1) === 'number' ? `entry of \`${parent}\`` : `\`${parent}\` of the ${owner}`
}

/** The names that a schema knows at a path. */
function namesAt(schema: unknown, path: Path): string[] {
  const [step, ...rest] = path
  const bare = unwrapped(schema)
  if (step === undefined) return hasRecord(bare, 'entries') ? Object.keys(bare.entries) : []
  if (hasRecord(bare, 'entries')) return namesAt(bare.entries[step], rest)
  if (hasRecord(bare, 'item')) return namesAt(bare.item, rest)
  return hasRecord(bare, 'value') ? namesAt(bare.value, rest) : []
}

function unwrapped(schema: unknown): unknown {
  if (hasRecord(schema, 'wrapped')) return unwrapped(schema.wrapped)
  if (typeof schema !== 'object' || schema === null || !('pipe' in schema) || !Array.isArray(schema.pipe)) return schema
  const pipe: readonly unknown[] = schema.pipe
  return pipe.find((part) => ['entries', 'item', 'value'].some((name) => hasRecord(part, name))) ?? pipe[0]
}

function hasRecord<Name extends string>(
  value: unknown,
  name: Name,
): value is Readonly<Record<Name, Readonly<Record<string, unknown>>>> {
  if (typeof value !== 'object' || value === null || !(name in value)) return false
  const part: unknown = Reflect.get(value, name)
  return typeof part === 'object' && part !== null
}

/** What a value is, in an author's words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty value'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'map'
  if (typeof value === 'boolean') return `\`${value}\``
  return typeof value === 'string' ? 'text' : typeof value
}
