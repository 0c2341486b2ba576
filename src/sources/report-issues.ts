import type {BaseIssue, GenericSchema} from 'valibot'
import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {missingName, unknownName, wrongType, wrongValue} from '../messages/sources.ts'
import type {Path, Placed} from './placed.ts'

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
  for (const issue of issues) reportIssue(issue, target)
}

function reportIssue(issue: BaseIssue<unknown>, target: IssueTarget): void {
  const {file, placed} = target
  const path = (issue.path ?? []).map((item) => item.key as string | number)
  const inFile = [...(target.base ?? []), ...path]
  const name = String(path.at(-1) ?? '')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = namesAt(target.schema, path.slice(0, -1))
    report(file, placed.nameAt(inFile), unknownName(name, ownerOf(path, target.owner), known))
    return
  }
  if (issue.type.endsWith('object') && issue.input === undefined && path.length > 0) {
    report(file, placed.at(inFile), missingName(name, ownerOf(path, target.owner)))
    return
  }
  report(file, placed.at(inFile), issue.kind === 'schema' && issue.type !== 'picklist' ? typed(issue) : valued(issue))
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

/** `front matter`, or `author` of the front matter: the nearest name on the way. */
function ownerOf(path: Path, owner: string): string {
  const parent = path.slice(0, -1).findLast((step) => typeof step === 'string')
  return parent === undefined ? owner : `\`${parent}\` of the ${owner}`
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
