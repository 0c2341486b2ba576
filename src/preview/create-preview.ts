import type {Composed} from '../compose-brief.ts'
import {composeBrief} from '../compose-brief.ts'
import {makeEditions} from '../editions/make-editions.ts'
import type {Effects} from '../effects/effects.ts'
import {AuthorError, Refusal} from '../messages/message.ts'
import {assertSettled, settleMessages} from '../messages/settle.ts'
import type {Config} from '../model/config.ts'
import type {OutputFile} from '../model/document.ts'
import {checkBrief} from '../numbers/check-brief.ts'
import type {PreviewState, ShownMessage, ValueDetails} from './client/state.ts'
import {maybeChangesText} from './changes-text.ts'
import {maybeDescribe} from './describe-value.ts'
import {markValues} from './mark-values.ts'
import {shownMessages, shownRefusal} from './shown-messages.ts'

/** A brief that is made again after each change, in memory. */
export interface Preview {
  readonly state: () => PreviewState
  /** Makes the editions again; while they are being made, once more afterwards. */
  readonly refresh: () => Promise<void>
  /** A file of the page by path, of the edition of that number or the newest. */
  readonly webFile: (path: string) => string | Uint8Array | undefined
  readonly pdf: () => Uint8Array | undefined
  /** Where the printed value of that number comes from. */
  readonly describe: (printed: number) => ValueDetails | undefined
}

export interface PreviewInput {
  readonly name: string
  readonly config: Config
  readonly effects: Effects
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number
  readonly onState: (state: PreviewState) => void
}

interface Made {
  readonly composed: Composed
  readonly web: ReadonlyMap<string, OutputFile['content']>
}

/** What changes while a preview is open. */
interface Session {
  state: PreviewState
  made: Made | undefined
  pdf: Uint8Array | undefined
  running: Promise<void> | undefined
  again: boolean
}

const nothingYet: PreviewState = {
  brief: '',
  making: undefined,
  web: 0,
  pdf: 0,
  pages: undefined,
  stale: false,
  messages: [],
  changes: undefined,
  took: {},
}

/** Nothing is made before the first `refresh`. */
export function createPreview(input: PreviewInput): Preview {
  const {name: brief} = input
  const state = {...nothingYet, brief}
  const session: Session = {state, made: undefined, pdf: undefined, running: undefined, again: false}
  return {
    state: () => session.state,
    refresh: () => {
      session.again = true
      session.running ??= makeUntilCurrent(session, input).finally(() => (session.running = undefined))
      return session.running
    },
    webFile: (path) => session.made?.web.get(path),
    pdf: () => session.pdf,
    describe: (printed) => session.made && maybeDescribe(printed, session.made.composed),
  }
}

/** A change that comes while something is being made makes it old: it is made again, however far it was. */
async function makeUntilCurrent(session: Session, input: PreviewInput): Promise<void> {
  while (session.again) {
    session.again = false
    try {
      await make(session, input)
    } catch (cause) {
      const messages = messagesOf(cause, input.config)
      update(session, input, {making: undefined, stale: true, messages})
    }
  }
}

async function make(session: Session, input: PreviewInput): Promise<void> {
  const {name, config, effects, clock} = input
  const started = clock()
  update(session, input, {making: 'page'})
  const composed = await composeBrief(name, config, effects)
  const marked = {...composed, document: markValues(composed.document)}
  const page = await makeEditions(marked, {...config, editions: ['web']}, effects)
  assertSettled(composed.inputs, config)
  session.made = {composed, web: new Map(page.outputs.map(({path, content}) => [path, content]))}
  const took = {page: clock() - started}
  const messages = shownMessages(composed.inputs)
  update(session, input, {making: 'pdf', stale: false, web: session.state.web + 1, messages, took})
  if (session.again) return
  const print = await makeEditions(composed, {...config, editions: ['print']}, effects)
  assertSettled(composed.inputs, config)
  session.pdf = print.outputs.map(({content}) => content).find((content) => content instanceof Uint8Array)
  const {pages} = print
  update(session, input, {
    making: undefined,
    pdf: session.state.pdf + 1,
    pages,
    messages: shownMessages(composed.inputs),
    took: {...took, pdf: clock() - started},
  })
  if (session.again) return
  // What costs time and is no part of the editions comes last.
  checkBrief(composed)
  settleMessages(composed.inputs, config)
  const changes = await maybeChangesText({composed, pages, config, effects})
  update(session, input, {messages: shownMessages(composed.inputs), changes})
}

function update(session: Session, {onState}: PreviewInput, change: Partial<PreviewState>): void {
  session.state = {...session.state, ...change}
  onState(session.state)
}

/** A fault of the program is shown too: the next save may go well. */
function messagesOf(cause: unknown, config: Config): readonly ShownMessage[] {
  if (cause instanceof AuthorError) {
    settleMessages(cause.files, config)
    return shownMessages(cause.files)
  }
  if (cause instanceof Refusal) return [shownRefusal(cause.told)]
  const reason = `A fault of the program, not of your brief: ${cause instanceof Error ? cause.message : String(cause)}`
  return [{severity: 'error', where: '', id: 'fault', reason, note: 'Please report it. The next save may go well.'}]
}
