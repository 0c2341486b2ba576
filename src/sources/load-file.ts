import {join} from 'node:path'
import {VFile} from 'vfile'
import type {Files} from '../effects/effects.ts'
import {ReadError} from '../effects/read-error.ts'
import {report} from '../messages/message.ts'
import {unreadableFile} from '../messages/sources.ts'
import {decodeText} from './decode-text.ts'

/** Where a file is, and how messages call it: `folder` is absolute, `path` inside it and relative to the project. */
export interface FilePlace {
  readonly folder: string
  readonly path: string
}

/** Loads a file as bytes. One that must not be read is an empty file with a message; one that is not there, undefined. */
export async function maybeLoadBytes({folder, path}: FilePlace, files: Files): Promise<VFile | undefined> {
  const file = new VFile({path, value: new Uint8Array()})
  try {
    const bytes = await files.maybeRead(join(folder, path))
    if (bytes === undefined) return undefined
    file.value = bytes
  } catch (cause) {
    if (!(cause instanceof ReadError)) throw cause
    report(file, undefined, unreadableFile(cause.kind))
  }
  return file
}

/** Loads a file as text: UTF-8 without byte order mark, lines ending with `\n`. What is not UTF-8 is reported. */
export async function maybeLoadText(place: FilePlace, files: Files): Promise<VFile | undefined> {
  const file = await maybeLoadBytes(place, files)
  if (file?.value instanceof Uint8Array) file.value = decodeText(file.value, file)
  return file
}
