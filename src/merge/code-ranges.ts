/** A stretch of a text from its first character to before its last. */
interface Range {
  readonly start: number
  readonly end: number
}

interface Fence {
  readonly marker: string
  readonly start: number
}

const fenceLine = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*(`{3,}|~{3,})(.*)$/

/**
 * Finds the fenced code and code spans of Markdown that is not parsed yet.
 *
 * @returns whether an offset stands inside of code
 */
export function codeRanges(markdown: string): (offset: number) => boolean {
  const ranges = [...blocks(markdown)]
  return (offset) => ranges.some(({start, end}) => start <= offset && offset < end)
}

function* blocks(markdown: string): Generator<Range> {
  let fence: Fence | undefined
  let paragraph = 0
  for (const match of markdown.matchAll(/[^\n]*\n?/g)) {
    const line = match[0].replace(/\r?\n$/, '')
    const end = match.index + match[0].length
    const [, marker = '', rest = ''] = fenceLine.exec(line) ?? []
    if (fence !== undefined) {
      if (marker.startsWith(fence.marker) && rest.trim() === '') {
        yield {start: fence.start, end}
        fence = undefined
        paragraph = end
      }
    } else if (isOpening(marker, rest)) {
      yield* spans(markdown, {start: paragraph, end: match.index})
      fence = {marker, start: match.index}
    } else if (line.trim() === '') {
      yield* spans(markdown, {start: paragraph, end: match.index})
      paragraph = end
    }
  }
  if (fence === undefined) yield* spans(markdown, {start: paragraph, end: markdown.length})
  else yield {start: fence.start, end: markdown.length}
}

/** A fence of backticks has none after it, or it is a code span. */
function isOpening(marker: string, rest: string): boolean {
  return marker.startsWith('~') || (marker !== '' && !rest.includes('`'))
}

/** The code spans of one paragraph: from a run of backticks to the next run of the same length. */
function* spans(markdown: string, {start, end}: Range): Generator<Range> {
  const runs = [...markdown.slice(start, end).matchAll(/(\\*)(`+)/g)].map(
    ({index, 1: slashes = '', 2: ticks = ''}) => ({
      // A backslash before the first backtick makes it a character, but only outside of code.
      escaped: slashes.length % 2,
      start: start + index + slashes.length,
      length: ticks.length,
    }),
  )
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index]
    if (open === undefined) continue
    const length = open.length - open.escaped
    const closing = length === 0 ? -1 : runs.findIndex((run, other) => other > index && run.length === length)
    const close = runs[closing]
    if (close === undefined) continue
    yield {start: open.start + open.escaped, end: close.start + close.length}
    index = closing
  }
}
