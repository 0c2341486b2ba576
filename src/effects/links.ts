import type {LinkDoor, Probe, ProbeWay} from './effects.ts'

export interface LinkOptions {
  /** Milliseconds that a server may take. */
  readonly timeout?: number
  readonly signal?: AbortSignal
}

/** The web, for asking whether pages are there. Nothing of what they say is read. */
export function createLinkDoor({timeout = 15_000, signal}: LinkOptions = {}): LinkDoor {
  return {
    probe: (address, way) => probe(address, {timeout, method: 'head', ...way, ...(signal && {signal})}),
    now: () => Date.now(),
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds)
      }),
  }
}

/** Servers that know only questions for the whole page are asked for it; its content is not waited for. */
async function probe(address: string, {method, ...options}: Required<ProbeWay> & LinkOptions): Promise<Probe> {
  if (method === 'get') return await follow(address, 'GET', options)
  const head = await follow(address, 'HEAD', options)
  return 'status' in head && head.status >= 400 && head.status !== 429 ? await follow(address, 'GET', options) : head
}

const MOST_STEPS = 8

async function follow(
  address: string,
  method: 'HEAD' | 'GET',
  {timeout, signal}: {readonly timeout: number; readonly signal?: AbortSignal},
): Promise<Probe> {
  const limit = AbortSignal.timeout(timeout)
  let url = address
  // Where it went for good: what a page leads to for now, as a form to log in, is none of that.
  let moved = address
  let isForGood = true
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const response = await ask(url, method, signal ? AbortSignal.any([limit, signal]) : limit)
    if ('failure' in response) return response
    const {status, headers} = response
    await response.body?.cancel()
    const next = headers.get('location')
    if (status < 300 || status >= 400 || next === null) return answer(response, {moved, address})
    if (status !== 301 && status !== 308) isForGood = false
    if (!URL.canParse(next, url)) return {failure: 'it leads to no address'}
    url = new URL(next, url).href
    if (isForGood) moved = url
  }
  return {failure: 'it leads from one address to the next without end'}
}

async function ask(url: string, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<Response | {failure: string}> {
  const headers = {'user-agent': 'Mozilla/5.0 (compatible; policy-brief link check)', accept: 'text/html,*/*'}
  try {
    return await fetch(url, {method, redirect: 'manual', signal, headers})
  } catch (cause) {
    return {failure: reasonOf(cause)}
  }
}

function answer(
  {status, headers}: Response,
  {moved, address}: {readonly moved: string; readonly address: string},
): Probe {
  const seconds = Number(headers.get('retry-after'))
  return {
    status,
    ...(moved !== address && {moved}),
    ...([429, 503].includes(status) && seconds > 0 && {retryAfter: seconds * 1000}),
  }
}

function reasonOf(cause: unknown): string {
  const error = cause instanceof Error ? cause : new Error(String(cause))
  if (error.name === 'TimeoutError') return 'no answer in time'
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : undefined
  return reasons[code ?? ''] ?? code ?? error.message
}

const reasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the server broke the connection',
  ENOTFOUND: 'no such host',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  ETIMEDOUT: 'no answer in time',
}
