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
    const figures = folded.replaceAll(/[\u0660-\u0669\u06F0-\u06F9]/g, (figure) => String(figure.charCodeAt(0) % 16))
    return figures.replaceAll(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '')
  }
}

/** The letters of scripts that are written from right to left. */
const mirrored = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/g

/**
 * The letters that are written from right to left, and all others. Of a line that has both, each are known in their order,
 * and not how they alternate: browsers paint a line from left to right, whatever is in it.
 */
export function byDirection(letters: string): {readonly mirrored: string; readonly others: string} {
  const others = letters.replaceAll(mirrored, '')
  if (others.length === letters.length) return {mirrored: '', others}
  return {mirrored: letters.replaceAll(/[^\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]+/g, ''), others}
}

/** Whether two texts have the same letters, in any order. */
export function areSameLetters(a: string, b: string): boolean {
  return a.length === b.length && Array.from(a).sort().join('') === Array.from(b).sort().join('')
}

/** Where the author wrote something, for a message; nothing where that is not known. */
export function writtenAt(line: number | undefined): string {
  return line === undefined ? '' : ` (line ${line} of the narrative)`
}

/** The begin of a text, for a message. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  return `“${plain.length > 60 ? `${plain.slice(0, 60)}…` : plain}”`
}
