import catalogue from './catalogue.json' with {type: 'json'}
import {wrap} from '../commands/wrap.ts'
import type {Message} from './message.ts'
import {topicOf} from './topics.ts'

export interface Explained {
  readonly severity: Message['severity']
  /** The message as it came in one case, with its file, line and what to do; absent for a few that no case can make. */
  readonly example?: string
}

/** Every message that the program knows, by id, sorted. Made from the program itself: see tests/golden/catalogue.test.ts. */
export const explained = catalogue as Readonly<Record<string, Explained>>

/** What a message means, as text for a terminal. */
export function explain(id: string, {severity, example}: Explained): string {
  const {title, text} = topicOf(id)
  const shown = example === undefined ? '' : `\nFor example\n\n${indented(example)}\n`
  return `${id} (${severity})\n\n${wrap(`${title}. ${text}`)}\n${shown}\n${consequence(severity, id)}\n`
}

/** What follows from a message of that severity, and how to be rid of it. */
export function consequence(severity: Message['severity'], id: string): string {
  if (severity === 'error')
    return 'An error: nothing is built until it is mended, and the last edition stays as it was.'
  const built = `A ${severity}: the brief is built all the same${severity === 'warning' ? ', unless with --strict' : ''}.`
  return `${built}\nTo accept it, give the reason in the front matter:\n\n  silence:\n    ${id}: The reason.`
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ')
}
