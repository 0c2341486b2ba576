import type {Mention} from './mention.ts'

/**
 * Marks numbers in brackets that count nothing: "seven (7)" says the seven again, and "(1) ... (2)" or "1. ..." count
 * the parts of the text.
 */
export function markEchoes(text: string, mentions: readonly Mention[]): Mention[] {
  const enumerators = enumeratorsOf(text, mentions)
  return mentions.map((mention, index): Mention => {
    if (enumerators.has(mention)) return structural(mention, 'enumerator')
    const previous = mentions[index - 1]
    return previous !== undefined && isEcho(text, previous, mention) ? structural(mention, 'echo') : mention
  })
}

/** Whether a number in brackets stands right after the same number, as in "seven (7)". */
function isEcho(text: string, previous: Mention, mention: Mention): boolean {
  if (previous.quantity === undefined || previous.quantity.value !== mention.quantity?.value) return false
  if (/\d/.test(previous.text) === /\d/.test(mention.text)) return false
  return text.slice(previous.end, mention.start) === ' (' && text[mention.end] === ')'
}

/** Numbers in brackets that go up from one; a gap may be a slip. Other numbers may stand in brackets between them. */
function enumeratorsOf(text: string, mentions: readonly Mention[]): ReadonlySet<Mention> {
  const rising: Mention[] = []
  for (const mention of mentions.filter((one) => isBracketed(text, one))) {
    const value = mention.quantity?.value ?? 0
    const last = rising.at(-1)?.quantity?.value ?? 0
    if (last === 0 ? value === 1 : value > last && value - last <= 3) rising.push(mention)
  }
  return new Set(rising.length > 1 ? rising : [])
}

/** Digits in brackets, at the start of the text or after a space. */
export function isBracketed(text: string, {start, end, kind, text: digits}: Mention): boolean {
  if (kind !== 'count' || !/^\d{1,2}$/.test(digits)) return false
  const before = text.slice(0, start)
  return text[end] === ')' && (/(?:^|\s)\($/.test(before) || /(?:^|[:;,] )$/.test(before))
}

function structural({start, end, text}: Mention, kind: string): Mention {
  return {start, end, text, role: 'structural', kind}
}
