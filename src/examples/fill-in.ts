/** What an author says of a new brief. */
export interface Particulars {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly date?: string
  readonly template?: string
}

/**
 * Writes an author's particulars into the front matter of a narrative, in the place of what stands there. Everything
 * else stays as it is, comments too.
 */
export function fillIn(narrative: string, {title, authors, date, template}: Particulars): string {
  const entries = {
    title: title === undefined ? undefined : quoted(title),
    authors: authors === undefined || authors.length === 0 ? undefined : `[${authors.map(quoted).join(', ')}]`,
    date,
    template: template === undefined ? undefined : quoted(template),
  }
  return Object.entries(entries).reduce(
    (text, [name, value]) => (value === undefined ? text : withEntry(text, name, value)),
    narrative,
  )
}

/** An entry goes on over the lines that are indented. */
function withEntry(narrative: string, name: string, value: string): string {
  const entry = new RegExp(`^${name}:.*\\n(?:[ \\t]+.*\\n)*`, 'm')
  const end = narrative.indexOf('\n---', 4)
  const head = narrative.slice(0, end + 1)
  const line = `${name}: ${value}\n`
  const filled = entry.test(head) ? head.replace(entry, () => line) : head + line
  return filled + narrative.slice(end + 1)
}

/** JSON's quotes are YAML's too. */
function quoted(text: string): string {
  return JSON.stringify(text)
}

/** Gives a data package the name of the new brief. */
export function withName(described: string, name: string): string {
  return described.replace(/^(\s*\{\s*"name":\s*)"[^"]*"/, (_, head: string) => head + quoted(name))
}

/** Names the schema of a JSON file first in it, where there is one. */
export function withSchema(described: string, schema: string | undefined): string {
  if (schema === undefined || /^\s*\{\s*"\$schema"/.test(described)) return described
  return described.replace(/^(\s*)\{/, (_, head: string) => `${head}{\n  "$schema": ${quoted(schema)},`)
}
