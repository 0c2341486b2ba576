import * as v from 'valibot'
import type {VFile} from 'vfile'
import {lockMalformed, lockVersion} from '../messages/changes.ts'
import {report} from '../messages/message.ts'
import type {Revision} from './revisions.ts'
import type {Snapshot} from './snapshot.ts'

/** What is kept of a brief's last accepted edition, in `content/<brief>/accepted.json`. */
export interface Lock {
  readonly accepted: Snapshot
  /** What was accepted since the first edition, latest first: what corrections and news are written from. */
  readonly revisions: readonly Revision[]
}

/** The name of the file in the brief's folder. */
export const lockName = 'accepted.json'

const version = 1

/**
 * A lock as text that reads well in a comparison of versions: what is short is on one line, as a row, a value or a
 * sentence; what is not is opened. Its order does not change by itself.
 */
export function writeLock({accepted, revisions}: Lock): string {
  return `${json({lock: version, ...accepted, revisions}, 0)}\n`
}

const longestLine = 110

function json(entry: unknown, depth: number, name = ''): string {
  const line = JSON.stringify(entry)
  const isOpen = depth === 0 || (line.length > longestLine && name !== 'spec')
  if (!isOpen || typeof entry !== 'object' || entry === null) return line
  const [open, close] = Array.isArray(entry) ? ['[', ']'] : ['{', '}']
  const items = Array.isArray(entry)
    ? entry.map((item: unknown) => json(item, depth + 1))
    : Object.entries(entry).flatMap(([key, item]: [string, unknown]) =>
        item === undefined ? [] : [`${JSON.stringify(key)}: ${json(item, depth + 1, key)}`],
      )
  const margin = ' '.repeat(depth)
  return `${open}\n${items.map((item) => `${margin} ${item}`).join(',\n')}\n${margin}${close}`
}

/** Reads a lock file. What is wrong with it, as after a merge that was not finished, is reported on it. */
export function readLock(file: VFile): Lock | undefined {
  const parsed = maybeJson(String(file))
  if (parsed === undefined) {
    report(file, conflictPlace(String(file)), lockMalformed())
    return undefined
  }
  if (typeof parsed === 'object' && parsed !== null && 'lock' in parsed && parsed.lock !== version) {
    report(file, {line: 2, column: 1}, lockVersion(String(parsed.lock), version))
    return undefined
  }
  const result = v.safeParse(lockSchema, parsed)
  if (!result.success) {
    report(file, undefined, lockMalformed())
    return undefined
  }
  const {lock: _, revisions, ...accepted} = result.output
  // The schema holds what code relies on; what the program wrote inside of a spec or field is as it was written.
  return {accepted: accepted as unknown as Snapshot, revisions: revisions as unknown as readonly Revision[]}
}

/** Reads the snapshot of an output folder, which is of the same form. */
export function maybeSnapshot(text: string): Snapshot | undefined {
  const result = v.safeParse(snapshotSchema, maybeJson(text))
  return result.success ? (result.output as unknown as Snapshot) : undefined
}

function maybeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function conflictPlace(text: string): {line: number; column: number} | undefined {
  const line = text.split('\n').findIndex((each) => /^(?:<{7}|={7}|>{7})/.test(each))
  return line === -1 ? undefined : {line: line + 1, column: 1}
}

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()])
const texts = v.array(v.string())
const byName = v.record(v.string(), v.string())

const snapshotSchema = v.looseObject({
  brief: v.string(),
  lang: v.string(),
  date: v.optional(v.string()),
  pages: v.optional(v.number()),
  values: v.array(v.looseObject({name: v.string(), text: v.string(), raw: v.union([cell, v.array(cell)])})),
  passages: v.array(
    v.looseObject({kind: v.string(), id: v.optional(v.string()), sentences: texts, values: v.optional(byName)}),
  ),
  labels: byName,
  printed: v.array(v.looseObject({id: v.string(), head: v.array(texts), rows: v.array(texts)})),
  charts: v.array(
    v.looseObject({id: v.string(), drawn: v.string(), tables: texts, spec: v.record(v.string(), v.unknown())}),
  ),
  tables: v.array(
    v.looseObject({
      name: v.string(),
      title: v.string(),
      fields: v.array(v.looseObject({name: v.string(), type: v.string(), title: v.string()})),
      key: v.optional(texts),
      sources: texts,
      count: v.number(),
      digest: v.string(),
      rows: v.optional(v.array(v.array(cell))),
    }),
  ),
  contents: texts,
  references: texts,
  inputs: byName,
})

const lockSchema = v.looseObject({
  ...snapshotSchema.entries,
  lock: v.number(),
  revisions: v.array(
    v.looseObject({
      date: v.optional(v.string()),
      from: v.optional(v.string()),
      kind: v.picklist(['revision', 'correction']),
      note: v.optional(v.string()),
      changes: v.array(v.looseObject({item: v.string(), label: v.string()})),
    }),
  ),
})
