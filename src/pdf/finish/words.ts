export interface Words {
  /** Whether the document has these two parts of a word as one, without a space between. */
  readonly isOne: (first: string, second: string) => boolean
}

/**
 * The words of the print document that a line may break within: those with a hyphen, a dash or a slash in them, those
 * that are long, and those of scripts that are written without spaces. Others are never broken.
 */
export function collectWords(html: string): Words {
  const breakable = new Set(textOf(html).split(/\s+/).filter(isBreakable))
  const all = [...breakable].join('\n')
  return {isOne: (first, second) => isBreakable(first + second) && all.includes(first + second)}
}

const longest = 24

function isBreakable(word: string): boolean {
  return word.length > longest || /[-‐–—/\u00AD\u200B]|[\u2E80-\u9FFF\uF900-\uFAFF\u0E00-\u0E7F]/.test(word)
}

function textOf(html: string): string {
  const body = html.slice(Math.max(0, html.indexOf('<body')))
  return body
    .replaceAll(/<(?:style|script|svg)\b[\s\S]*?<\/(?:style|script|svg)>/g, ' ')
    .replaceAll(
      /<\/?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|mark|q|s|small|span|strong|su[bp]|time|u|wbr)\b[^>]*>/g,
      '',
    )
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, decodeEntity)
    .replaceAll(/[\u00AD\u200B]/g, '')
}

const entities: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0'}

function decodeEntity(entity: string, ...[decimal, hexadecimal, name]: (string | undefined)[]): string {
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
  if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16))
  return entities[name ?? ''] ?? entity
}
