import {oneOf} from './candidates.ts'
import {error, type Message} from './message.ts'

// Messages about the project's settings.

export function secondSettings(first: string): Message {
  return error(
    'settings-twice',
    `Unexpected second settings, expected those of \`${first}\` alone`,
    'Keep the settings of a project in one file, and remove the other.',
  )
}

/** `name` is that of the setting. */
export function settingsOutside(name: string, path: string): Message {
  return error(
    'settings-outside',
    `Unexpected \`${path}\` in \`${name}\`, expected a folder inside the project`,
    `Name a folder from the project's own, as \`public\`; another one can be named on the command line with \`--${name}\`.`,
  )
}

/** `known` are the ids of all messages. */
export function unknownSilenced(id: string, known: Iterable<string>): Message {
  return error(
    'settings-silence-unknown',
    `Unexpected id \`${id}\` of a message, expected ${oneOf(id, known, 'the id at the end of a message')}`,
    'Copy the id from the end of the message, or remove the entry.',
  )
}

export function silencedError(id: string): Message {
  return error(
    'settings-silence-error',
    `Unexpected \`${id}\`, expected the id of a warning`,
    'Remove the entry, and mend what the message is about: an error cannot be silenced.',
  )
}
