/**
 * Makes of a text what can be compared with what is read back: its letters and figures, in one case. Fonts draw some signs
 * that differ with one glyph, and of such a glyph only one meaning can be in the PDF; nothing is lost sign by sign.
 *
 * @param uncovered characters that no font of the template has: what is shown for them is unknown
 */
export function comparing(uncovered: readonly string[] = []): (text: string) => string {
  const left = new Set(uncovered)
  return (text) => {
    const known = left.size === 0 ? text : Array.from(text, (letter) => (left.has(letter) ? '' : letter)).join('')
    // Capitals first: what has more letters as a capital (ß) has them then on both sides.
    const folded = known.normalize('NFKC').toUpperCase().toLowerCase()
    const letters = folded.replaceAll(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '')
    return isRightToLeft(letters) ? Array.from(letters).sort().join('') : letters
  }
}

/**
 * What can be compared of a text that has letters written from right to left: browsers write most of their forms without
 * saying which letters they are, so it is the other letters and the figures, in any order.
 */
export function legibleOf(letters: string): string {
  const legible = letters.replaceAll(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/g, '')
  return Array.from(legible).sort().join('')
}

/** The order in which letters of such scripts are painted is not that in which they are read. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/.test(text)
}

/** The begin of a text, for a message. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  return `“${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}”`
}
