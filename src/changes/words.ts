import {align, type Step} from './align.ts'

/** A stretch of a text that stayed, went or came. */
export interface Mark {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * What became of a text, word by word. A number with its sign, separators and unit sign is one word; scripts that are
 * written without spaces go by character.
 */
export function markWords(before: string, after: string): readonly Mark[] {
  const steps = align(tokens(before), tokens(after), (token) => token)
  return joined(ordered(withoutLoneSpaces(steps.flatMap(marksOf))))
}

/** How much of two texts is the same words, from 0 to 1. */
export function likenessOf(before: string, after: string): number {
  const [a, b] = [wordsIn(before), wordsIn(after)]
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

const token =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[+−±]?[\p{L}\p{M}\p{N}]+(?:[.,’'\-‑–\u00a0\u202f](?=\p{N})\p{N}+|[’'\-‑][\p{L}\p{M}\p{N}]+)*(?:[\u00a0\u202f]?[%‰°])?|\s+|[^]/gu

function tokens(text: string): readonly string[] {
  return text.match(token) ?? []
}

function wordsIn(text: string): readonly string[] {
  return tokens(text.toLowerCase()).filter((each) => /[\p{L}\p{N}]/u.test(each))
}

function marksOf(step: Step<string>): readonly Mark[] {
  if (step.kind === 'removed') return [{kind: 'removed', text: step.before}]
  if (step.kind === 'added') return [{kind: 'added', text: step.after}]
  return [{kind: 'same', text: step.after}]
}

/** A space alone between two changed words says nothing: it goes with them. */
function withoutLoneSpaces(marks: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark, index): Mark[] => {
    const isSpace = mark.kind === 'same' && mark.text.trim() === ''
    const between = marks[index - 1]?.kind !== 'same' && marks[index + 1]?.kind !== 'same'
    if (!isSpace || !between || index === 0 || index === marks.length - 1) return [mark]
    return [
      {kind: 'removed', text: mark.text},
      {kind: 'added', text: mark.text},
    ]
  })
}

/** In each stretch that changed, what went before what came. */
function ordered(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = []
  let [removed, added]: [Mark[], Mark[]] = [[], []]
  for (const mark of [...marks, {kind: 'same', text: ''} as const]) {
    if (mark.kind === 'removed') removed.push(mark)
    if (mark.kind === 'added') added.push(mark)
    if (mark.kind !== 'same') continue
    result.push(...removed, ...added, mark)
    ;[removed, added] = [[], []]
  }
  return result
}

function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = []
  for (const mark of marks) {
    const last = result.at(-1)
    if (mark.text === '') continue
    if (last?.kind === mark.kind) result.splice(-1, 1, {kind: mark.kind, text: last.text + mark.text})
    else result.push(mark)
  }
  return result
}
