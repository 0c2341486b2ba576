/**
 * How many characters to insert, delete, replace or swap with their neighbour make one text of another; no character
 * is touched twice.
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({length: to.length + 1}, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      const replaced = at(last, column - 1) + (isSame ? 0 : 1)
      const swapped = isSwap ? at(beforeLast, column - 2) + 1 : Infinity
      line.push(Math.min(at(last, column) + 1, at(line, column - 1) + 1, replaced, swapped))
    }
    beforeLast = last
    last = line
  }
  return at(last, to.length)
}

function at(line: readonly number[], column: number): number {
  return line[column] ?? 0
}
