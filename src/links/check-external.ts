import type {CacheDoor, LinkDoor, Probe} from '../effects/effects.ts'
import type {LinkHosts} from '../model/config.ts'
import {linkHostOf} from './link-host.ts'
import {wait, type Pace} from './pace.ts'

export interface CheckOptions {
  readonly links: LinkDoor
  /** Keeps answers between runs. */
  readonly cache: CacheDoor | undefined
  /** Hosts and beginnings of addresses that are not asked. */
  readonly skipped: readonly string[]
  readonly hosts: LinkHosts
}

/**
 * Asks for every address once and says what came back. Hosts are asked beside each other, the addresses of one host one
 * after another with a pause between them, so that no server is pressed; an answer is kept for a week, a failure for an
 * hour. Addresses that are skipped have no answer. Some hosts may be asked in ways of their own.
 */
export async function checkExternal(
  addresses: Iterable<string>,
  {links, cache, skipped, hosts}: CheckOptions,
): Promise<ReadonlyMap<string, Probe>> {
  const answers = new Map<string, Probe>()
  const asked = [...new Set([...addresses].map(pageOf))]
  for (const address of asked) if (!URL.canParse(address)) answers.set(address, {failure: 'it is no address'})
  const pages = asked.filter(
    (page) => URL.canParse(page) && !isSkipped(page, skipped) && linkHostOf(page, hosts).skip !== true,
  )
  const queues = byHost(pages)
  await Promise.all(Array.from({length: AT_ONCE}, askQueues))
  return answers

  async function askQueues(): Promise<void> {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      const {delay} = linkHostOf(queue[0] ?? '', hosts)
      const pace: Pace = {asked: undefined, pause: delay === undefined ? PAUSE : delay * 1000}
      for (const page of queue) answers.set(page, await answerOf(page, pace))
    }
  }

  async function answerOf(page: string, pace: Pace): Promise<Probe> {
    const {timeout, method} = linkHostOf(page, hosts)
    const way = {...(timeout !== undefined && {timeout: timeout * 1000}), ...(method && {method})}
    const key = {kind: 'link', parts: [page, method ?? 'head']}
    const kept = readKept(await cache?.maybeGet(key), links.now())
    if (kept !== undefined) return kept
    await wait(pace, links)
    let answer = await links.probe(page, way)
    if ('retryAfter' in answer && answer.retryAfter <= PATIENCE) {
      await links.sleep(answer.retryAfter)
      answer = await links.probe(page, way)
    }
    cache?.keep(key, JSON.stringify({at: links.now(), answer}))
    return answer
  }
}

function byHost(pages: readonly string[]): string[][] {
  const hosts = new Map<string, string[]>()
  for (const page of pages) {
    const {host} = new URL(page)
    hosts.set(host, [...(hosts.get(host) ?? []), page])
  }
  return [...hosts.values()]
}

/** Hosts asked at the same time. */
const AT_ONCE = 6
/** Milliseconds between two questions to one host. */
const PAUSE = 1000
/** Milliseconds that a host may ask us to wait. */
const PATIENCE = 20_000
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR

/** Fragments are for the browser: the server never hears of them. What is no address stays as it is written. */
export function pageOf(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  return url.href
}

function isSkipped(page: string, skipped: readonly string[]): boolean {
  const {host} = new URL(page)
  return skipped.some((one) => host === one || host.endsWith(`.${one}`) || page.startsWith(one))
}

function readKept(content: Uint8Array | undefined, now: number): Probe | undefined {
  if (content === undefined) return undefined
  const {at, answer} = JSON.parse(new TextDecoder().decode(content)) as {at: number; answer: Probe}
  const isGood = 'status' in answer && answer.status < 400
  return now - at < (isGood ? WEEK : HOUR) && now >= at ? answer : undefined
}
