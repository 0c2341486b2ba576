/** Words that say nothing of what is counted. */
const empty = new Set('a an the of in on at by to for from and or with per all each other than it its their'.split(' '))

/** The stems of the words of a text: "Attacks" and "attack" are one. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  return new Set(words.filter((word) => !empty.has(word)).map(stemOf))
}

/** Words of briefs for the same thing, each under the first of its line. */
const same: ReadonlyMap<string, string> = new Map(
  [
    'death dead died killed fatality',
    'wounded injured injury',
    'attack assault',
    'spending expenditure spent outlay',
    'student pupil',
    'household family',
    'job post',
    'refugee displaced',
    'income earning',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ')
    return others.map((other): [string, string] => [other, first])
  }),
)

/** The word under which a word is compared: its stem, or that of another word for the same. */
export function stemOf(word: string): string {
  const stem = bareStem(word)
  return same.get(stem) ?? stem
}

/** A word without its ending for number: "districts", "deputies", "attacks". */
function bareStem(word: string): string {
  const lower = word.toLowerCase()
  if (/(?:ss|us|is)$/.test(lower) || lower.length < 4) return lower
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (/(?:sh|ch|x|ss)es$/.test(lower)) return lower.slice(0, -2)
  return lower.replace(/s$/, '')
}

/** A text as names are compared: small letters, plain hyphens, straight apostrophes, single spaces. */
export function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a normal text holds a normal name as whole words. */
export function holds(text: string, name: string): boolean {
  if (name === '') return false
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' '
    const after = text[at + name.length] ?? ' '
    // A year is not the year that a span of years begins with.
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) && !/^-\d/.test(text.slice(at + name.length)))
      return true
  }
  return false
}
