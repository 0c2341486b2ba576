export interface Words {
  /** Whether the document has these two parts of a word as one, without a space between. */
  readonly isOne: (first: string, second: string) => boolean
}

/**
 * The words of the document that a line may break within: those with a hyphen, a dash or a slash in them, those that are
 * long, and those of scripts that are written without spaces. Others are never broken.
 */
export function collectWords(texts: Iterable<string>): Words {
  const breakable = new Set<string>()
  for (const text of texts) {
    if (!isBreakable(text)) continue
    for (const word of text.replaceAll(/[\u00AD\u200B]/g, '').split(/\s+/)) if (isBreakable(word)) breakable.add(word)
  }
  const all = [...breakable].join('\n')
  return {isOne: (first, second) => isBreakable(first + second) && all.includes(first + second)}
}

const longest = 24

function isBreakable(word: string): boolean {
  return word.length > longest || /[-‐–—/\u00AD\u200B]|[\u2E80-\u9FFF\uF900-\uFAFF\u0E00-\u0E7F]/.test(word)
}
