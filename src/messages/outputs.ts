import {error, type Message} from './message.ts'

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself the right to write there, or name another folder with `--output`.',
  EPERM: 'Give yourself the right to write there, or name another folder with `--output`.',
  EROFS: 'Name a folder on a disk that can be written with `--output`.',
  ENOSPC: 'Make room on the disk, or name a folder on another with `--output`.',
  ENOTDIR: 'A file stands where a folder should be: move it, or name another folder with `--output`.',
  EEXIST: 'A file stands where a folder should be: move it, or name another folder with `--output`.',
  EBUSY: 'Close the programs that have a file of the folder open, such as a PDF reader.',
}

/** `code` is the system's. */
export function unwritableOutput(folder: string, code: string): Message {
  return error(
    'output-unwritable',
    `Unexpected folder \`${folder}\` that cannot be written (${code}), expected one that can`,
    `${remedies[code] ?? 'Name another folder with `--output`.'} The last edition is as it was.`,
  )
}
