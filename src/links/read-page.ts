/** What a page has and where its links lead. */
export interface ReadPage {
  readonly ids: ReadonlySet<string>
  readonly addresses: readonly string[]
}

/** Reads the ids and addresses of a page that this program wrote: all attributes stand in double quotes. */
export function readPage(html: string): ReadPage {
  const ids = new Set<string>()
  const addresses: string[] = []
  for (const [tag] of html.matchAll(/<[a-z][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/gi)) {
    for (const [, name, value = ''] of tag.matchAll(/\s(id|href|src|popovertarget)="([^"]*)"/gi)) {
      const text = withoutReferences(value)
      if (name === 'id') ids.add(text)
      else addresses.push(name === 'popovertarget' ? `#${text}` : text)
    }
  }
  return {ids, addresses}
}

function withoutReferences(text: string): string {
  return text
    .replaceAll(/&#x([\da-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
}
