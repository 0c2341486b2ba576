/** What a BCP 47 language has of its own, or the nearest of its parents: `fr-CA` takes `fr`. */
export function nearestLanguage<Entry>(lang: string, entries: Readonly<Record<string, Entry>>): Entry | undefined {
  const parts = lang.toLowerCase().split('-')
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  const found = tags.find((tag) => Object.hasOwn(entries, tag))
  return found === undefined ? undefined : entries[found]
}
