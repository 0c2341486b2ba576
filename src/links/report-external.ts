import type {VFile} from 'vfile'
import type {Probe} from '../effects/effects.ts'
import {linkGone, linkMoved, linkUnreachable} from '../messages/links.ts'
import {report, type Message} from '../messages/message.ts'
import type {LinkHosts} from '../model/config.ts'
import {pageOf} from './check-external.ts'
import type {WebLink} from './document-links.ts'
import {linkHostOf} from './link-host.ts'

/** Reports the links whose answers say that a reader would not get where they lead, each where it was written. */
export function reportExternal(
  links: readonly WebLink[],
  {answers, hosts}: {readonly answers: ReadonlyMap<string, Probe>; readonly hosts: LinkHosts},
  narrative: VFile,
): void {
  for (const {address, position} of links) {
    const answer = answers.get(pageOf(address))
    const {accept = []} = linkHostOf(address, hosts)
    const message = answer && messageOf(address, answer, accept)
    if (message) report(narrative, position, message)
  }
}

function messageOf(address: string, answer: Probe, accepted: readonly number[]): Message | undefined {
  if ('failure' in answer) return linkUnreachable(address, answer.failure)
  const {status, moved} = answer
  if (accepted.includes(status)) return undefined
  // Many servers refuse programs what they give to people: that is no broken link.
  if ([401, 403, 405, 406, 429, 451, 999].includes(status)) return undefined
  if (status >= 500) return linkUnreachable(address, `the server answered ${status}`)
  if (status >= 400) return linkGone(address, status)
  return moved === undefined || isSmall(address, moved) ? undefined : linkMoved(address, moved)
}

/** From http to https, with a slash or without, with www or without: nothing that an author would want to know. */
function isSmall(from: string, to: string): boolean {
  const plain = (address: string): string =>
    pageOf(address)
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, '')
  return plain(from) === plain(to)
}
