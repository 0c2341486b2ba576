import type {VFile} from 'vfile'
import {AuthorError, Refusal, severityOf, type Message} from '../messages/message.ts'
import {inOrder, messageText, refusalText} from './message-text.ts'

/** What became of one brief: a result, or what stands in its way. */
export interface Attempted<Result> {
  readonly name: string
  readonly result: Result | undefined
  readonly files: readonly VFile[]
  readonly refusal: Message | undefined
}

/** Does something to each brief, one after another. One with mistakes does not keep the others from it. */
export async function attemptEach<Result>(
  briefs: readonly string[],
  attempt: (name: string) => Promise<Result>,
): Promise<readonly Attempted<Result>[]> {
  const all: Attempted<Result>[] = []
  for (const name of briefs) all.push(await attemptOne(name, attempt))
  return all
}

async function attemptOne<Result>(
  name: string,
  attempt: (name: string) => Promise<Result>,
): Promise<Attempted<Result>> {
  try {
    return {name, result: await attempt(name), files: [], refusal: undefined}
  } catch (cause) {
    if (cause instanceof AuthorError) return {name, result: undefined, files: cause.files, refusal: undefined}
    if (cause instanceof Refusal) return {name, result: undefined, files: [], refusal: cause.told}
    throw cause
  }
}

/** What a person reads of a brief that could not be looked at; nothing for one that could. */
export function failureText({result, files, refusal}: Attempted<unknown>, {color}: {readonly color: boolean}): string {
  if (result !== undefined) return ''
  return `${messageText(files, {color})}${refusal === undefined ? '' : refusalText(refusal, {color})}`
}

/** The same for a machine. */
export function failureJson({name, files, refusal}: Attempted<unknown>): unknown {
  const messages = inOrder(files).map(({file, message}) => ({
    file: file.path,
    line: message.line,
    column: message.column,
    severity: severityOf(message),
    id: message.ruleId,
    reason: message.reason,
    note: message.note ?? undefined,
  }))
  return {brief: name, ok: false, messages: refusal === undefined ? messages : [...messages, refusal]}
}
