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
