import type {Passage, Sentence} from './passage.ts'

/**
 * The sentences of a passage. A full stop after an abbreviation or an initial, or before a small letter, ends none;
 * what a value printed is never cut.
 */
export function splitSentences(passage: Passage): Sentence[] {
  const {text, spans} = passage
  const sentences: Sentence[] = []
  let start = 0
  const close = (end: number): void => {
    const own = text.slice(start, end)
    const trimmed = own.trim()
    const from = start + own.length - own.trimStart().length
    if (trimmed !== '') sentences.push({passage, start: from, end: from + trimmed.length, text: trimmed})
    start = end
  }
  for (const match of text.matchAll(/[.!?…]+[”’"')\]»]*\s+/g)) {
    const end = match.index + match[0].length
    const isCut = spans.some((span) => span.start < end && span.end >= end)
    if (!isCut && isEnd(text.slice(start, match.index), match[0], text.slice(end))) close(end)
  }
  close(text.length)
  return sentences
}

function isEnd(before: string, stop: string, after: string): boolean {
  if (/^[\p{Ll}]/u.test(after)) return false
  if (!stop.startsWith('.')) return true
  const word = /[\p{L}\p{N}.&’]+$/u.exec(before)?.[0] ?? ''
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return /^(?:The|A|An|In|It|This)\b/.test(after)
  const isShortened = abbreviations.has(word.toLowerCase())
  return !(isShortened || (numbered.has(word.toLowerCase()) && /^[\d(]/.test(after)))
}

/** Words whose full stop is not that of a sentence. */
const abbreviations = new Set(
  'dr mr mrs ms prof gen col maj capt lt sgt gov sen rep rev st hon jr sr vs cf e.g i.e viz approx est ca c al'.split(
    ' ',
  ),
)

/** Words whose full stop is not that of a sentence before a figure. */
const numbered = new Set(
  'no nos p pp vol ch sec art para fig figs tab eq ed eds jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
)
