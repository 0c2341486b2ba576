import type {Composed} from '../compose-brief.ts'
import {composeBrief} from '../compose-brief.ts'
import {makeEditions} from '../editions/make-editions.ts'
import type {Effects} from '../effects/effects.ts'
import {AuthorError, Refusal} from '../messages/message.ts'
import {assertSettled, settleMessages} from '../messages/settle.ts'
import type {Config} from '../model/config.ts'
import {checkBrief} from '../numbers/check-brief.ts'
import type {ValueSpot} from '../pages/measured.ts'
import type {PreviewState, ShownMessage, ValueDetails} from './client/state.ts'
import {maybeChangesText} from './changes-text.ts'
import {maybeDescribe} from './describe-value.ts'
import {makePage, makeQuickPage, type PageFiles} from './make-page.ts'
import {markValues} from './mark-values.ts'
import {shownMessages, shownRefusal} from './shown-messages.ts'

/** A brief that is made again after each change, in memory. */
export interface Preview {
  readonly state: () => PreviewState
  /** Makes the editions again; while they are being made, once more afterwards. */
  readonly refresh: () => Promise<void>
  /** A file of the newest page by path. */
  readonly webFile: (path: string) => string | Uint8Array | undefined
  readonly pdf: () => Uint8Array | undefined
  /** Where the printed values stand in the newest PDF. */
  readonly spots: () => readonly ValueSpot[]
  /** Where the value of that number comes from, which stands in an edition. */
  readonly describe: (edition: Shown, printed: number) => ValueDetails | undefined
}

/** The PDF may be older than the page for a moment. */
export type Shown = 'web' | 'pdf'

export interface PreviewInput {
  readonly name: string
  /** What the user asked for, with the project's settings as they stand now. */
  readonly settings: () => Promise<Config>
  readonly effects: Effects
  /** Milliseconds of a clock that only goes on. */
  readonly clock: () => number
  readonly onState: (state: PreviewState) => void
}

interface MadePage {
  readonly composed: Composed
  readonly files: PageFiles
}

interface MadePdf {
  readonly composed: Composed
  readonly content: Uint8Array
  readonly spots: readonly ValueSpot[]
}

type Making = PreviewInput & {readonly config: Config}

/** What changes while a preview is open. */
interface Session {
  state: PreviewState
  page: MadePage | undefined
  pdf: MadePdf | undefined
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
  const session: Session = {state, page: undefined, pdf: undefined, running: undefined, again: false}
  return {
    state: () => session.state,
    refresh: () => {
      session.again = true
      session.running ??= makeUntilCurrent(session, input).finally(() => (session.running = undefined))
      return session.running
    },
    webFile: (path) => session.page?.files.get(path),
    pdf: () => session.pdf?.content,
    spots: () => session.pdf?.spots ?? [],
    describe: (edition, printed) => {
      const composed = (edition === 'pdf' ? session.pdf : session.page)?.composed
      return composed && maybeDescribe(printed, composed)
    },
  }
}

/** A change that comes while something is being made makes it old: it is made again, however far it was. */
async function makeUntilCurrent(session: Session, input: PreviewInput): Promise<void> {
  let config: Config | undefined
  while (session.again) {
    session.again = false
    try {
      config = await input.settings()
      await make(session, {...input, config})
    } catch (cause) {
      const messages = messagesOf(cause, config)
      update(session, input, {making: undefined, stale: true, messages})
    }
  }
}

/** The page is told before the PDF is begun, and what costs time and is no part of the editions comes last. */
async function make(session: Session, input: Making): Promise<void> {
  const {name, config, effects, clock} = input
  const started = clock()
  update(session, input, {making: 'page'})
  const composed = await composeBrief(name, config, effects)
  const page = await makeQuickPage({composed, config, effects})
  assertSettled(composed.inputs, config)
  session.page = {composed, files: page.files}
  const took = {page: clock() - started}
  const messages = shownMessages(composed.inputs)
  update(session, input, {making: 'pdf', stale: false, web: session.state.web + 1, messages, took})
  if (session.again) return
  const {pages, isNew} = await print(session, composed, input)
  update(session, input, {
    making: undefined,
    pdf: session.state.pdf + (isNew ? 1 : 0),
    pages,
    messages: shownMessages(composed.inputs),
    took: {...took, pdf: clock() - started},
  })
  if (session.again) return
  if (!page.isWhole) {
    session.page = {composed, files: await makePage({composed, config, effects})}
    update(session, input, {web: session.state.web + 1})
  }
  await lookOver(session, {composed, pages}, input)
}

/** A PDF that comes out the same is not shown anew. */
async function print(
  session: Session,
  composed: Composed,
  {config, effects}: Making,
): Promise<{readonly pages: number | undefined; readonly isNew: boolean}> {
  const marked = {...composed, document: markValues(composed.document)}
  const {outputs, pages, spots} = await makeEditions(marked, {...config, editions: ['print']}, effects)
  assertSettled(composed.inputs, config)
  const content = outputs.map((output) => output.content).find((each) => each instanceof Uint8Array)
  if (content === undefined) throw new Error('The print edition has no PDF')
  const isNew = session.pdf === undefined || Buffer.compare(session.pdf.content, content) !== 0
  session.pdf = {composed, content, spots}
  return {pages, isNew}
}

/** What the check finds, and what changed since the accepted edition. */
async function lookOver(
  session: Session,
  {composed, pages}: {readonly composed: Composed; readonly pages: number | undefined},
  input: Making,
): Promise<void> {
  const {config, effects} = input
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
function messagesOf(cause: unknown, config: Config | undefined): readonly ShownMessage[] {
  if (cause instanceof AuthorError) {
    if (config !== undefined) settleMessages(cause.files, config)
    return shownMessages(cause.files)
  }
  if (cause instanceof Refusal) return [shownRefusal(cause.told)]
  const reason = `A fault of the program, not of your brief: ${cause instanceof Error ? cause.message : String(cause)}`
  return [{severity: 'error', where: '', id: 'fault', reason, note: 'Please report it. The next save may go well.'}]
}
