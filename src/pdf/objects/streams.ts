import {promisify} from 'node:util'
import {deflate, deflateSync, inflate, inflateSync} from 'node:zlib'
import {dictOf, type PdfDict, type PdfStream} from './values.ts'

/**
 * The content of a stream as Latin-1.
 *
 * @throws Error when it is compressed in another way than Chromium does
 */
export function readStream(stream: PdfStream): string {
  const known = contents.get(stream)
  if (known !== undefined) return known
  const bytes = readBytes(stream)
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  contents.set(stream, content)
  return content
}

/** What was read of small streams that are read more than once. */
const contents = new WeakMap<PdfStream, string>()

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

/** A stream that is not compressed: the file's metadata, which anyone can read; others until the file is closed. */
export function makePlainStream(content: Uint8Array, dict: PdfDict = new Map()): PdfStream {
  return {dict: new Map([...dict, ['Length', content.length]]), data: content}
}

const [inflateLater, deflateLater] = [promisify(inflate), promisify(deflate)]

/** As readStream, on another thread. */
export async function readStreamLater({dict, data}: PdfStream): Promise<string> {
  if (dict.get('Filter') !== 'FlateDecode') return readStream({dict, data})
  return (await inflateLater(data)).toString('latin1')
}

/** The same stream compressed, unless it is or must not be. */
export async function compressLater(stream: PdfStream): Promise<PdfStream> {
  const {dict, data} = stream
  if (dict.has('Filter') || dict.get('Type') === 'Metadata') return stream
  return makeStreamLater(data, dict)
}

/** As makeStream, on another thread. */
export async function makeStreamLater(content: Uint8Array, dict: PdfDict = new Map()): Promise<PdfStream> {
  const data = await deflateLater(content)
  return {dict: new Map([...dict, ...dictOf({Filter: 'FlateDecode', Length: data.length})]), data}
}
