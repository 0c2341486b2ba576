import type {Point} from 'unist'

/** The line and column of an offset in a text whose lines end with `\n`. */
export function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset)
  const start = before.lastIndexOf('\n') + 1
  return {line: before.split('\n').length, column: offset - start + 1, offset}
}
