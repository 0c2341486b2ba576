import {isArray, isNumber, type PdfArray, type PdfDict, type PdfValue} from '../objects/values.ts'

/** How wide a font says that its glyphs are, in thousandths of its size. */
export interface FontWidths {
  readonly written: ReadonlyMap<number, number>
  /** Of all others. */
  readonly others: number
}

/** `W` has runs of `first [width ...]` and of `first last width` (ISO 32000-1, 9.7.4.3). */
export function readWidths(descendant: PdfDict): FontWidths {
  const written = new Map<number, number>()
  const [runs, others] = [descendant.get('W'), descendant.get('DW')]
  const values = isArray(runs) ? runs : []
  for (let at = 0; at < values.length;) {
    const [first, second, third] = values.slice(at, at + 3)
    if (isArray(second))
      for (const [index, width] of second.entries()) written.set(Number(first) + index, Number(width))
    else for (let glyph = Number(first); glyph <= Number(second); glyph++) written.set(glyph, Number(third))
    at += isArray(second) ? 2 : 3
  }
  return {written, others: isNumber(others) ? others : 1000}
}

/** @param widths by glyphs, in their order */
export function writeWidths(widths: ReadonlyMap<number, number>): PdfArray {
  const runs: PdfValue[] = []
  let run: number[] = []
  let end: number | undefined
  for (const [glyph, width] of widths) {
    if (glyph !== end) runs.push(glyph, (run = []))
    run.push(width)
    end = glyph + 1
  }
  return runs
}
