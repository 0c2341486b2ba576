import {isString} from '../objects/values.ts'
import {readTextString} from '../objects/text-strings.ts'
import {parseValue} from '../objects/parse-value.ts'
import type {PageFonts, PdfFont} from './read-fonts.ts'

/**
 * What a text object says whose glyphs run to the left, or are put together of several. The browser paints them in the
 * order in which they are seen, marks what is to be read backwards (ReversedChars, ISO 32000-1, 14.8.2.3.3), and says of
 * each form that the font draws for several letters which one it is (ActualText).
 */
export function readLetters(written: string, fonts: PageFonts): string {
  const clusters: string[] = []
  // How many sequences are open since one that says what it means.
  let replaced = 0
  let isReversed = false
  let font: PdfFont | undefined
  for (const [token, actual, glyphs, name] of written.matchAll(tokens)) {
    if (token.startsWith('/Reversed')) isReversed = true
    else if (name !== undefined) font = fonts.get(name)
    else if (token === 'EMC') replaced = Math.max(0, replaced - 1)
    else if (glyphs !== undefined) {
      if (replaced === 0 && font !== undefined) clusters.push(...textsOf(glyphs, font))
    } else if (actual !== undefined) {
      if (replaced === 0) clusters.push(parseText(actual))
      replaced++
    }
  }
  return plain((isReversed ? clusters.reverse() : clusters).join(''))
}

/** Letters for their forms at the begin, in the middle and at the end of a word. */
function plain(text: string): string {
  return text.replaceAll(/[\uFB50-\uFDFF\uFE70-\uFEFF]/g, (form) => form.normalize('NFKC'))
}

const tokens =
  /\/ReversedChars BMC|\/Span\s*<<\s*\/ActualText\s*(<[\dA-Fa-f]*>|\((?:\\[\s\S]|[^\\)])*\))\s*>>\s*BDC|\bEMC\b|<([\dA-Fa-f]+)>\s*Tj|\/(\S+) [\d.]+ Tf/g

function textsOf(digits: string, font: PdfFont): string[] {
  const step = font.codeLength * 2
  return Array.from({length: digits.length / step}, (_, index) => {
    return font.textOf(Number.parseInt(digits.slice(index * step, (index + 1) * step), 16)) ?? ''
  })
}

function parseText(written: string): string {
  const value = parseValue({text: written, at: 0})
  return isString(value) ? readTextString(value) : ''
}
