import type {Readable, Writable} from 'node:stream'
import {browserHangs} from '../messages/print.ts'
import {Refusal} from '../messages/message.ts'

/** Events of one session, or of the browser where there is no session. */
export type BrowserEvent = {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly session: string | undefined
}

export interface BrowserConnection {
  /**
   * Sends a command of the DevTools protocol and waits for its result.
   *
   * @throws Refusal when the browser says nothing for too long or is gone
   * @throws Error when the browser refuses the command
   */
  readonly send: <Result = unknown>(method: string, params?: object, session?: string) => Promise<Result>
  /** Calls `listener` on every event from now on; the result ends that. */
  readonly listen: (listener: (event: BrowserEvent) => void) => () => void
  /** Fails all that waits, and all that will be sent. */
  readonly end: (reason: Error) => void
}

interface Waiting {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: Error) => void
  readonly timer: NodeJS.Timeout
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: {readonly message: string}
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly sessionId?: string
}

/**
 * Speaks the DevTools protocol through two pipes: JSON messages that end in a zero byte. A library would do the same;
 * loading one takes longer than the browser takes to start.
 */
export function createConnection(to: Writable, from: Readable, timeout: number): BrowserConnection {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<(event: BrowserEvent) => void>()
  let last = 0
  let ended: Error | undefined

  readMessages(from, (answer) => {
    const wait = waiting.get(answer.id ?? 0)
    waiting.delete(answer.id ?? 0)
    if (wait !== undefined) settle(wait, answer)
    if (answer.method === undefined) return
    const event = {method: answer.method, params: answer.params ?? {}, session: answer.sessionId}
    for (const listener of listeners) listener(event)
  })
  // A browser that ends breaks the pipe; its process tells why.
  to.on('error', () => {})

  return {
    send: <Result>(method: string, params: object = {}, session?: string) =>
      new Promise<Result>((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        const id = ++last
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(new Refusal(browserHangs(method, timeout / 1000)))
        }, timeout)
        waiting.set(id, {method, resolve: (result) => resolve(result as Result), reject, timer})
        to.write(`${JSON.stringify({id, method, params, ...(session === undefined ? {} : {sessionId: session})})}\0`)
      }),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end(reason) {
      ended ??= reason
      for (const wait of waiting.values()) settle(wait, ended)
      waiting.clear()
    },
  }
}

function settle(wait: Waiting, outcome: Answer | Error): void {
  clearTimeout(wait.timer)
  if (outcome instanceof Error) return wait.reject(outcome)
  if (outcome.error) return wait.reject(new Error(`${wait.method}: ${outcome.error.message}`))
  wait.resolve(outcome.result)
}

function readMessages(from: Readable, onMessage: (answer: Answer) => void): void {
  let parts: Buffer[] = []
  from.on('error', () => {})
  from.on('data', (data: Buffer) => {
    let rest = data
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      parts.push(rest.subarray(0, end))
      const text = Buffer.concat(parts).toString('utf8')
      parts = []
      rest = rest.subarray(end + 1)
      onMessage(JSON.parse(text) as Answer)
    }
    parts.push(rest)
  })
}
