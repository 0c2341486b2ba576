import {join, relative} from 'node:path'
import type {VFile} from 'vfile'
import type {BriefResult} from '../build-all.ts'
import {severityOf, type Message} from '../messages/message.ts'
import type {Call} from './commands.ts'
import {inOrder, messageText, refusalText} from './message-text.ts'
import type {Surroundings} from './surroundings.ts'

/** A message of the machine-readable result. `line` and `column` start at 1; absent where a message has no place. */
interface JsonMessage {
  readonly file: string | undefined
  readonly line: number | undefined
  readonly column: number | undefined
  readonly severity: Message['severity']
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
  {color, directory}: {readonly color: boolean; readonly directory: string},
): string {
  return results
    .map((result) => {
      const refusal = result.refusal === undefined ? '' : refusalText(result.refusal, {color})
      return `${messageText(result.files, {color})}${refusal}${summaryText(result, directory)}`
    })
    .join('')
}

/** Says what is wrong with files that are no brief's: the project's settings. */
export function reportFiles(files: readonly VFile[], {flags}: Call, {terminal}: Surroundings): void {
  if (flags.json === true) terminal.out(`${JSON.stringify({briefs: [], messages: jsonOf(files)}, undefined, 2)}\n`)
  else terminal.err(messageText(files, {color: terminal.color}))
}

function messagesOf(result: BriefResult): JsonMessage[] {
  const placed = jsonOf(result.files)
  if (!result.refusal) return placed
  return [...placed, {file: undefined, line: undefined, column: undefined, ...result.refusal}]
}

/** The messages of some files, in order. */
export function jsonOf(files: readonly VFile[]): JsonMessage[] {
  return inOrder(files).map(({file, message}) => ({
    file: file.path,
    line: message.line,
    column: message.column,
    severity: severityOf(message),
    id: message.ruleId,
    reason: message.reason,
    note: message.note ?? undefined,
  }))
}

function summaryText({name, built}: BriefResult, directory: string): string {
  if (!built) return `${name}: not built; what was built before stays as it was\n`
  const pages = built.pages === undefined ? '' : ` (${built.pages} ${built.pages === 1 ? 'page' : 'pages'})`
  const editions = built.outputs.filter((path) => /^[^/]+\.(?:html|pdf)$/.test(path))
  const near = relative(directory, built.folder)
  const folder = near.startsWith('..') ? built.folder : near
  return `${name}: ${editions.map((path) => join(folder, path)).join(', ')}${pages}\n`
}
