import type {PrintPage} from './effects.ts'
import type {BrowserConnection, BrowserEvent} from './browser-connection.ts'
import {browserCrashed, fontsFailed, imagesFailed, networkRefused} from '../messages/print.ts'
import {Refusal} from '../messages/message.ts'

export interface PageInput {
  readonly html: string
  /** CSS px. */
  readonly size: {readonly width: number; readonly height: number}
  /** Called when the browser has the document and will be busy with it for a while. */
  readonly onSent?: (() => void) | undefined
}

/** An empty page that is ready to take a document. */
export interface BlankPage {
  readonly target: string
  readonly session: string
  readonly frame: string
  /** The page's functions, by the browser's name for the object: see page-bundle.ts. */
  readonly functions: string
}

interface Evaluated<Value> {
  readonly result: {readonly value: Value; readonly objectId: string}
  readonly exceptionDetails?: {readonly text: string; readonly exception?: {readonly description?: string}}
}

/**
 * Opens an empty page, gives it its functions and forbids it scripts and the network. The document comes later, so this
 * can be done early.
 *
 * @param bundle an expression whose value is an object of functions: see page-bundle.ts
 */
export async function openBlankPage({send}: BrowserConnection, bundle: Promise<string>): Promise<BlankPage> {
  const {targetId: target} = await send<{targetId: string}>('Target.createTarget', {url: 'about:blank'})
  const attached = await send<{sessionId: string}>('Target.attachToTarget', {targetId: target, flatten: true})
  const session = attached.sessionId
  const [tree, {result}] = await Promise.all([
    send<{frameTree: {frame: {id: string}}}>('Page.getFrameTree', {}, session),
    bundle.then((expression) => send<Evaluated<unknown>>('Runtime.evaluate', {expression}, session)),
    send('Inspector.enable', {}, session),
    send('Page.enable', {}, session),
    // The buffers hold what was downloaded: nothing is.
    send('Network.enable', {maxTotalBufferSize: 0, maxResourceBufferSize: 0}, session),
    send('Fetch.enable', {patterns: [{urlPattern: '*'}]}, session),
    send('Emulation.setScriptExecutionDisabled', {value: true}, session),
    send('Emulation.setEmulatedMedia', {media: 'print'}, session),
  ])
  return {target, session, frame: tree.frameTree.frame.id, functions: result.objectId}
}

/**
 * Lays out a document in an empty page.
 *
 * @throws Refusal when the document asks for something outside itself, or a font or an image of it does not load
 */
export async function fillPage(connection: BrowserConnection, blank: BlankPage, input: PageInput): Promise<PrintPage> {
  const send = <Result>(method: string, params: object = {}): Promise<Result> =>
    connection.send<Result>(method, params, blank.session)
  const watch = watchPage(connection, blank)
  // Sent together: the page takes them one after another, without a wait for Node between them.
  const answers = Promise.all([
    send('Emulation.setDeviceMetricsOverride', {...input.size, deviceScaleFactor: 1, mobile: false}),
    send('Page.setDocumentContent', {frameId: blank.frame, html: input.html}),
    evaluate<{fonts: string[]; images: string[]}>(send, loadFailures),
  ])
  input.onSent?.()
  const [, , failed] = await answers
  if (watch.refused.size > 0) throw new Refusal(networkRefused([...watch.refused].sort()))
  if (failed.fonts.length > 0) throw new Refusal(fontsFailed(failed.fonts))
  if (failed.images.length > 0) throw new Refusal(imagesFailed(failed.images))
  return {
    async call<Result>(name: string, argument?: unknown): Promise<Result> {
      const evaluated = await send<Evaluated<Result>>('Runtime.callFunctionOn', {
        objectId: blank.functions,
        functionDeclaration: 'function (name, argument) { return this[name](argument) }',
        arguments: [{value: name}, {value: argument}],
        awaitPromise: true,
        returnByValue: true,
      })
      return valueOf(evaluated)
    },
    async print() {
      const {data} = await send<{data: string}>('Page.printToPDF', printOptions)
      if (watch.refused.size > 0) throw new Refusal(networkRefused([...watch.refused].sort()))
      return Buffer.from(data, 'base64')
    },
    async [Symbol.asyncDispose]() {
      watch.end()
      await connection.send('Target.closeTarget', {targetId: blank.target}).catch(() => {})
    },
  }
}

const printOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

/** Waits for fonts and images; a font is loaded when the layout first needs it, so the layout is forced before. */
const loadFailures = `(async () => {
  document.documentElement.getBoundingClientRect()
  await document.fonts.ready
  const bad = await Promise.all([...document.images].map(async (image) => {
    try { await image.decode() } catch { return (image.alt || image.getAttribute('src')).slice(0, 100) }
  }))
  const faces = [...document.fonts].filter((face) => face.status === 'error')
  return {
    fonts: [...new Set(faces.map((face) => [face.family, face.weight, face.style].filter((word) => word !== 'normal').join(' ')))],
    images: bad.filter((image) => image !== undefined),
  }
})()`

async function evaluate<Value>(
  send: <Result>(method: string, params: object) => Promise<Result>,
  expression: string,
): Promise<Value> {
  const options = {expression, awaitPromise: true, returnByValue: true}
  return valueOf(await send<Evaluated<Value>>('Runtime.evaluate', options))
}

function valueOf<Value>({result, exceptionDetails: failure}: Evaluated<Value>): Value {
  if (failure !== undefined) throw new Error(failure.exception?.description ?? failure.text)
  return result.value
}

/** Refuses every request of a page and remembers its address; a page that crashes fails all that waits for it. */
function watchPage(connection: BrowserConnection, blank: BlankPage): {refused: ReadonlySet<string>; end: () => void} {
  const refused = new Set<string>()
  const watch = ({method, params, session}: BrowserEvent): void => {
    if (session !== blank.session) return
    if (method === 'Network.requestWillBeSent') refuse((params['request'] as {url: string}).url, refused)
    if (method === 'Fetch.requestPaused') {
      const {requestId} = params as {requestId: string}
      const refusal = {requestId, errorReason: 'BlockedByClient'}
      connection.send('Fetch.failRequest', refusal, session).catch(() => {})
    }
    if (method === 'Inspector.targetCrashed') connection.end(new Refusal(browserCrashed('')))
  }
  return {refused, end: connection.listen(watch)}
}

function refuse(url: string, refused: Set<string>): void {
  if (!/^(data|about|blob):/i.test(url)) refused.add(url.slice(0, 200))
}
