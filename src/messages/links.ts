import {oneOf} from './candidates.ts'
import {error, warning, type Message} from './message.ts'

export function linkNowhere(address: string, known: Iterable<string>): Message {
  const [path = ''] = address.split('#')
  return error(
    'links-nowhere',
    `Unexpected link to \`${address}\`, expected ${oneOf(path, known, 'a file of the published folder or a place in the page')}`,
    'Correct the address. To what stands outside the folder of the brief, lead with a whole address, or one that begins with `../`.',
  )
}

export function templateLinkNowhere(address: string): Message {
  return error(
    'links-template-nowhere',
    `Unexpected link of the template to \`${address}\`, expected one to a file of the published folder or a place in the page`,
    'Correct the shell or the partial that has the link; with `{{#if ...}}` it can be left out where there is nothing to lead to.',
  )
}

/** @param status what the server answered */
export function linkGone(address: string, status: number): Message {
  return warning(
    'links-gone',
    `Unexpected answer ${status} from ${address}, expected a page`,
    'The page is not there any more: find where it went, or an archived copy, or cite what it said without a link.',
  )
}

export function linkMoved(address: string, target: string): Message {
  return warning(
    'links-moved',
    `Unexpected address ${address}, expected ${target}, to which it moved for good`,
    'Look whether the new page is what you mean, and write its address.',
  )
}

/** @param why what stood in the way, as `no such host` */
export function linkUnreachable(address: string, why: string): Message {
  return warning(
    'links-unreachable',
    `Unexpected silence of ${address}, expected a page: ${why}`,
    'Open it in a browser; if it is there, try again later or leave its host out with `--skip-links`.',
  )
}
