import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {notUtf8} from '../messages/sources.ts'

/**
 * Bytes to text: UTF-8 without its byte order mark, lines ending with `\n`. What is not UTF-8 is reported at its first
 * bad byte; the text then has replacement characters.
 */
export function decodeText(bytes: Uint8Array, file: VFile): string {
  const text = maybeDecode(bytes)
  if (text !== undefined && !text.includes('\0')) return withLineFeeds(text)
  reportFirstBadByte(bytes, file)
  return withLineFeeds(new TextDecoder().decode(bytes))
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

function maybeDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** No character of UTF-8 but the line feed has its byte, so that each line can be decoded alone. */
function reportFirstBadByte(bytes: Uint8Array, file: VFile): void {
  let start = 0
  for (let line = 1; start <= bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed
    const text = bytes.subarray(start, end)
    const bad = maybeDecode(text) === undefined ? firstBad(text) : text.indexOf(0)
    if (bad !== -1) {
      const column = new TextDecoder().decode(text.subarray(0, bad)).length + 1
      report(file, {line, column}, notUtf8(text[bad] ?? 0))
      return
    }
    start = end + 1
  }
}

/** Where no character begins: each is one to four bytes that decode alone. */
function firstBad(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const start = at
    const length = [1, 2, 3, 4].find((count) => maybeDecode(bytes.subarray(start, start + count)) !== undefined)
    if (length === undefined) return at
    at += length
  }
  return -1
}
