import {oneOf} from './candidates.ts'
import {error, notice, warning, type Message} from './message.ts'

export function linkNowhere(address: string, known: Iterable<string>): Message {
  const [path = ''] = address.split('#')
  return error(
    'links-nowhere',
    `Unexpected link to \`${address}\`, expected ${oneOf(path, known, 'a file of the published folder or a place in the page')}`,
    'Correct the address. To another brief lead with `../its-name/`, to what stands elsewhere with a whole address.',
  )
}

export function templateLinkNowhere(address: string): Message {
  return error(
    'links-template-nowhere',
    `Unexpected link of the template to \`${address}\`, expected one to a file of the published folder or a place in the page`,
    'Correct the shell or the partial that has the link; with `{{#if ...}}` it can be left out where there is nothing to lead to.',
  )
}

/** @param briefs names of the project's briefs */
export function noSuchNeighbour(address: string, name: string, briefs: Iterable<string>): Message {
  return error(
    'links-no-brief',
    `Unexpected link to \`${address}\`, expected ${oneOf(name, briefs, 'a brief of the project')}`,
    'Correct the name of its folder. To a page that is no brief of the project, lead with a whole address.',
  )
}

/** @param known the places that the brief has */
export function noSuchPlace(place: string, brief: string, known: Iterable<string>): Message {
  return error(
    'links-no-place',
    `Unexpected place \`#${place}\` in the brief \`${brief}\`, expected ${oneOf(place, known, 'one that it has')}`,
    'Look for the id in the other brief: that of a heading is in its address on the page, or give it one with `{#id}`.',
  )
}

export function noSuchTranslation(name: string, briefs: Iterable<string>): Message {
  return error(
    'links-no-translation',
    `Unexpected translation \`${name}\`, expected ${oneOf(name, briefs, 'a brief of the project or an address')}`,
    'Name the folder of the other brief under `content/`, or give the whole address of its page.',
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

/** What works is worth a look, and stops no strict check. */
export function linkMoved(address: string, target: string): Message {
  return notice(
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
    'Open it in a browser; if it is there, try again later, give its host more time with `link-hosts` in the settings, or leave it out with `--skip-links`.',
  )
}
