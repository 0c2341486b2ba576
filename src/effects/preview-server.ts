import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** What the server answers with. */
export interface Reply {
  readonly type: string
  readonly body: string | Uint8Array
  /** Of what the page may load and run: a Content-Security-Policy. */
  readonly policy?: string
}

export interface PreviewServer {
  /** With the port that was free. */
  readonly url: string
  /** Tells every page that is open. */
  readonly tell: (state: string) => void
  readonly close: () => Promise<void>
}

export interface ServerOptions {
  /** The answer for a path, or undefined where there is none. */
  readonly answer: (path: string) => Promise<Reply | undefined> | Reply | undefined
  /** Told to a page that opens. */
  readonly state: () => string
  /** 0 for a free one. */
  readonly port: number
}

/**
 * Serves a preview to this machine alone: it listens on the loopback address, and answers only who calls it by that
 * name, so that no page from elsewhere can read a brief by a name that leads here.
 *
 * @throws what the system says when the port is taken
 */
export async function startPreviewServer({answer, state, port}: ServerOptions): Promise<PreviewServer> {
  // Here: in a bundle, what is imported above is loaded by every command.
  const {createServer} = await import('node:http')
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    const path = maybePath(request)
    if (path === undefined || !isFromHere(request, server)) response.writeHead(403).end()
    else if (path === '/events') listen(response, listeners, state())
    else void respond(response, answer, path)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    tell: (said) => {
      for (const listener of listeners) listener.write(eventOf(said))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>, state: string): void {
  response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'})
  response.write(eventOf(state))
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

function maybePath({url = '/'}: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://preview').pathname)
  } catch {
    return undefined
  }
}

function isFromHere({headers, method}: IncomingMessage, server: Server): boolean {
  const names = ['127.0.0.1', 'localhost'].map((name) => `${name}:${portOf(server)}`)
  return method === 'GET' && names.includes(headers.host ?? '')
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

async function respond(response: ServerResponse, answer: ServerOptions['answer'], path: string): Promise<void> {
  const reply = await Promise.resolve(answer(path)).catch(() => undefined)
  if (reply === undefined) return void response.writeHead(404).end()
  response.writeHead(200, {
    'content-type': reply.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(reply.policy === undefined ? {} : {'content-security-policy': reply.policy}),
  })
  response.end(reply.body)
}

function eventOf(state: string): string {
  return `data: ${state}\n\n`
}
