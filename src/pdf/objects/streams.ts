import {promisify} from 'node:util'
import {deflate, deflateSync, inflate, inflateSync} from 'node:zlib'
import {dictOf, type PdfDict, type PdfStream} from './values.ts'

/**
 * The content of a stream as Latin-1.
 *
 * @throws Error when it is compressed in another way than Chromium does
 */
export function readStream({dict, data}: PdfStream): string {
  return Buffer.from(readBytes({dict, data})).toString('latin1')
}

export function readBytes({dict, data}: PdfStream): Uint8Array {
  const filter = dict.get('Filter')
  if (filter === undefined) return data
  if (filter !== 'FlateDecode') throw new Error(`Unexpected filter ${JSON.stringify(filter)}, expected FlateDecode`)
  return inflateSync(data)
}

/** A compressed stream with the entries of `dict`. */
export function makeStream(content: string | Uint8Array, dict: PdfDict = new Map()): PdfStream {
  const data = deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  return {dict: new Map([...dict, ...dictOf({Filter: 'FlateDecode', Length: data.length})]), data}
}

/** A stream that anyone can read in the file. */
export function makePlainStream(content: Uint8Array, dict: PdfDict): PdfStream {
  return {dict: new Map([...dict, ['Length', content.length]]), data: content}
}

const [inflateLater, deflateLater] = [promisify(inflate), promisify(deflate)]

/** As readStream, on another thread. */
export async function readStreamLater({dict, data}: PdfStream): Promise<string> {
  if (dict.get('Filter') !== 'FlateDecode') return readStream({dict, data})
  return (await inflateLater(data)).toString('latin1')
}

/** As makeStream, on another thread. */
export async function makeStreamLater(content: Uint8Array, dict: PdfDict = new Map()): Promise<PdfStream> {
  const data = await deflateLater(content)
  return {dict: new Map([...dict, ...dictOf({Filter: 'FlateDecode', Length: data.length})]), data}
}
