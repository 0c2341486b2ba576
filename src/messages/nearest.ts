import {editDistance} from './edit-distance.ts'

/**
 * The known names that an unknown one may have meant, nearest first.
 *
 * @returns at most three names whose edit distance is no more than half the longer name's length, and less than twice
 *   that of the best
 */
export function nearest(name: string, known: Iterable<string>): string[] {
  const near = [...new Set(known)]
    .map((candidate) => ({candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase())}))
    .filter(({candidate, edits}) => edits <= Math.max(name.length, candidate.length) / 2)
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
  const best = near[0]?.edits ?? 0
  return near
    .filter(({edits}) => edits === best || edits < 2 * best)
    .slice(0, 3)
    .map(({candidate}) => candidate)
}

/** Names in code marks, each once, joined for a message: "`a`, `b` or `c`". */
export function listed(names: readonly string[]): string {
  const marked = [...new Set(names)].map((name) => `\`${name}\``)
  if (marked.length < 2) return marked.join('')
  return `${marked.slice(0, -1).join(', ')} or ${marked.at(-1)}`
}
