import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'

/** The line that a message points at, as it is shown, and the part of it that is meant, counted in shown columns. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** Columns before the mark. */
  readonly before: number
  /** Columns that the mark is wide: 1 or more. */
  readonly marked: number
  /** The same as offsets in the text. */
  readonly from: number
  readonly to: number
}

/** More of a line than this does not fit beside its number; the end that is far from the mark is left out. */
const widest = 100
const left = '... '

/** Control characters would move the cursor; a tab would move the mark away from what it points at. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const control = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Files whose places are rows and columns of a sheet, not of a text. */
const binary = /\.(?:xlsx|parquet)$/i

/** The line of a message's place; undefined when it has none, or the file no such line. */
export function maybeExcerpt(file: VFile, message: VFileMessage): Excerpt | undefined {
  const {line, column = 1} = message
  if (line === undefined || file.value === undefined || binary.test(file.path)) return undefined
  const text = lineOf(file, line)
  if (text === undefined || text.trim() === '') return undefined
  const start = Math.min(column - 1, text.length)
  const end = Math.max(endOf(message, text, start), start + 1)
  const first = start > widest * 0.7 ? start - widest / 2 : 0
  const until = first + widest
  const before = (first > 0 ? left : '') + text.slice(first, start)
  const meant = text.slice(start, Math.min(end, until))
  return {
    line,
    text: plain(before + text.slice(start, until) + (until < text.length ? ' ...' : '')),
    before: widthOf(plain(before)),
    marked: Math.max(1, widthOf(plain(meant))),
    from: before.length,
    to: before.length + meant.length,
  }
}

/** Where what is meant ends: at the end of the line when it goes on in the next. */
function endOf({line, place, reason}: VFileMessage, text: string, start: number): number {
  if (place === undefined) return 0
  if ('end' in place) return place.end.line === line ? place.end.column - 1 : text.length
  // A place that is a point alone: what the reason quotes first, if it stands there.
  const quoted = /`([^`]+)`/.exec(reason)?.[1] ?? ''
  if (text.startsWith(quoted, start)) return start + quoted.length
  const inside = /["'`]/.test(text.charAt(start)) && text.startsWith(quoted, start + 1)
  return inside ? start + quoted.length + 2 : 0
}

/** Data are read as bytes, and may be long: only as many of them as needed become text. */
function lineOf({value}: VFile, line: number): string | undefined {
  if (typeof value === 'string') return value.split(/\r?\n/, line)[line - 1]
  let start = 0
  for (let at = 1; at < line; at += 1) {
    start = (value?.indexOf(0x0a, start) ?? -1) + 1
    if (start === 0) return undefined
  }
  const end = value?.indexOf(0x0a, start) ?? -1
  const bytes = value?.subarray(start, end < 0 ? undefined : end)
  return new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '')
}

function plain(text: string): string {
  return text.replaceAll(control, ' ')
}

/** Columns of a terminal: characters of East Asia and pictures take two, marks over others none. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) if (!/\p{Mark}|\p{Format}/u.test(character)) width += wide.test(character) ? 2 : 1
  return width
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u
