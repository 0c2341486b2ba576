export interface SpokenText {
  readonly text: string
  /** Where its line begins, in points. */
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Letters; figures are read from left to right in every script. */
const rightToLeft = /[\u0590-\u065F\u066A-\u06EF\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/
const leftToRight = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/** Whether a text has letters that are read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/**
 * The texts of a block in the order in which they are read, line by line. The browser paints a line from left to right,
 * whatever its direction. A line that has as many letters of one direction as of the other may be taken for either: texts
 * that run to the left keep their order all the same.
 */
export function inReadingOrder<Text extends SpokenText>(texts: readonly Text[]): readonly Text[] {
  if (!texts.some(({text}) => hasRightToLeft(text))) return texts
  return linesOf(texts).flatMap((line) => orderLine(line))
}

function linesOf<Text extends SpokenText>(texts: readonly Text[]): Text[][] {
  const lines: Text[][] = []
  for (const text of texts) {
    const [first] = lines.at(-1) ?? []
    // A note's number stands higher, and is still of its line.
    const isSame = first !== undefined && Math.abs(first.y - text.y) < Math.max(first.size, text.size) * 0.7
    if (isSame) lines.at(-1)?.push(text)
    else lines.push([text])
  }
  return lines
}

function orderLine<Text extends SpokenText>(line: readonly Text[]): Text[] {
  const sorted = line.toSorted((a, b) => a.x - b.x)
  const isMirrored = countIn(sorted, rightToLeft) >= countIn(sorted, leftToRight)
  const runs = isMirrored ? runsOf(sorted, leftToRight).reverse() : runsOf(sorted, rightToLeft)
  const isTurned = (run: readonly Text[]): boolean => run.some(({text}) => rightToLeft.test(text))
  return runs.flatMap((run) => (isTurned(run) ? run.toReversed() : run))
}

function countIn(texts: readonly SpokenText[], letters: RegExp): number {
  return texts.reduce((sum, {text}) => sum + Array.from(text).filter((letter) => letters.test(letter)).length, 0)
}

/** Neighbours that have such letters stand together, with what stands between them. */
function runsOf<Text extends SpokenText>(line: readonly Text[], letters: RegExp): Text[][] {
  const runs: Text[][] = []
  let between: Text[] = []
  let isOpen = false
  for (const text of line) {
    const isOne = letters.test(text.text)
    if (!isOne && isOpen && !hasOther(text.text, letters)) {
      between.push(text)
      continue
    }
    if (isOne && isOpen) runs.at(-1)?.push(...between, text)
    else runs.push(...between.map((one) => [one]), [text])
    between = []
    isOpen = isOne
  }
  runs.push(...between.map((one) => [one]))
  return runs
}

function hasOther(text: string, letters: RegExp): boolean {
  return letters === leftToRight ? rightToLeft.test(text) : leftToRight.test(text)
}
