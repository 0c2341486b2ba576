import type {Point} from 'unist'

/** Where an offset of a text stands in the author's file; undefined where that is not known. */
export type Locate = (offset: number) => Point | undefined

/** Places in a text that fills the file from a line on, such as the body of a narrative. */
export function placesInLines(text: string, firstLine: number): (offset: number) => Point {
  const starts = lineStarts(text)
  return (offset) => {
    const line = lastIndexWhere(starts, (start) => start <= offset)
    return {line: firstLine + line, column: offset - (starts[line] ?? 0) + 1}
  }
}

/**
 * Places in a text that is a value in a YAML or JSON file, found by looking for the expression itself in the file,
 * since quotes, escapes and folded lines make its characters stand elsewhere. Falls back to where the value begins.
 */
export function placesByExpression(file: string, text: string, from?: Point): Locate {
  const places = placesInLines(file, 1)
  const fileStarts = lineStarts(file)
  const start = from === undefined ? 0 : (fileStarts[from.line - 1] ?? 0) + from.column - 1
  const begin = from === undefined ? Math.max(0, file.indexOf(JSON.stringify(text))) : start
  return (offset) => {
    const open = Math.max(0, text.lastIndexOf('{{', offset))
    const expression = /^\{\{[^]*?\}\}/.exec(text.slice(open))?.[0]
    if (expression === undefined) return from
    const nth = text.slice(0, open).split(expression).length
    const found = maybeNth(file.slice(begin), expression, nth) ?? maybeNth(file.slice(begin), escaped(expression), nth)
    return found === undefined ? from : places(begin + found + offset - open)
  }
}

/** The offsets at which the lines of a text begin. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), (match) => match.index + match[0].length)]
}

/** The last index of a sorted list whose items meet a condition that all later ones fail; 0 if none does. */
export function lastIndexWhere<Item>(items: readonly Item[], meets: (item: Item) => boolean): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const item = items[middle]
    if (item !== undefined && meets(item)) low = middle
    else high = middle - 1
  }
  return low
}

function maybeNth(text: string, part: string, nth: number): number | undefined {
  let found = -1
  for (let count = 0; count < nth; count++) {
    found = text.indexOf(part, found + 1)
    if (found === -1) return undefined
  }
  return found
}

/** As it stands in a JSON string. */
function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
