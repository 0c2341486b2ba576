import {distance} from 'fastest-levenshtein'

/**
 * The known names that an unknown one may have meant, nearest first.
 *
 * @returns at most three names whose edit distance is no more than half the longer name's length
 */
export function nearest(name: string, known: Iterable<string>): string[] {
  return [...new Set(known)]
    .map((candidate) => ({candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase())}))
    .filter(({candidate, edits}) => edits <= Math.max(name.length, candidate.length) / 2)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({candidate}) => candidate)
}

/** Names in code marks, joined for a message: "`a`, `b` or `c`". */
export function listed(names: readonly string[]): string {
  const marked = names.map((name) => `\`${name}\``)
  if (marked.length < 2) return marked.join('')
  return `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)}`
}
