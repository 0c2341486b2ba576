import {join, relative} from 'node:path'
import {reporter} from 'vfile-reporter'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {BriefResult} from '../build-all.ts'

/** A message of the machine-readable result. `line` and `column` start at 1; absent where a message has no place. */
interface JsonMessage {
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  readonly severity: 'error' | 'warning'
  readonly id: string | undefined
  readonly reason: string
  readonly note: string | undefined
}

/** The result of `brief build --json`: per brief its folder, its outputs in it, and its messages. */
export function toJson(results: readonly BriefResult[]): unknown {
  return {
    briefs: results.map((result) => ({
      name: result.name,
      ok: result.ok,
      folder: result.built?.folder,
      outputs: result.built?.outputs ?? [],
      pages: result.built?.pages,
      messages: messagesOf(result),
      timings: result.timings,
    })),
  }
}

/** What a person reads: every message in its place, then what was made, by its path from `directory`. */
export function toText(
  results: readonly BriefResult[],
  {color, directory}: {color: boolean; directory: string},
): string {
  return results.map((result) => `${messageText(result, color)}${summaryText(result, directory)}`).join('')
}

function messagesOf(result: BriefResult): JsonMessage[] {
  const placed = result.files.flatMap((file) =>
    inOrder(file).messages.map((message) => ({
      file: file.path,
      line: message.line,
      column: message.column,
      severity: message.fatal === true ? ('error' as const) : ('warning' as const),
      id: message.ruleId,
      reason: message.reason,
      note: message.note ?? undefined,
    })),
  )
  if (!result.refusal) return placed
  return [...placed, {file: undefined, line: undefined, column: undefined, ...result.refusal}]
}

function messageText(result: BriefResult, color: boolean): string {
  const files = result.files.filter((file) => file.messages.length > 0).map(inOrder)
  const placed = files.length > 0 ? `${reporter(files, {color, verbose: true})}\n\n` : ''
  if (!result.refusal) return placed
  const {severity, reason, id, note} = result.refusal
  return `${placed}${severity} ${reason} ${id}\n  [note]:\n    ${note}\n\n`
}

function summaryText({name, built}: BriefResult, directory: string): string {
  if (!built) return `${name}: not built; what was built before stays as it was\n`
  const pages = built.pages === undefined ? '' : ` (${built.pages} pages)`
  const editions = built.outputs.filter((path) => /^[^/]+\.(?:html|pdf)$/.test(path))
  const folder = relative(directory, built.folder)
  return `${name}: ${editions.map((path) => join(folder, path)).join(', ')}${pages}\n`
}

function inOrder(file: VFile): VFile {
  const place = (message: VFileMessage): number => (message.line ?? 0) * 1e6 + (message.column ?? 0)
  file.messages.sort((a, b) => place(a) - place(b))
  return file
}
