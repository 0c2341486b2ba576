import {cp, mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Copies a project's brief into a new temporary project with its narrative a number of times over. */
export async function repeatBrief(project: string, brief: string, copies: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'brief-bench-'))
  for (const part of ['content', 'data']) {
    await cp(join(project, part, brief), join(folder, part, brief), {recursive: true})
  }
  const path = join(folder, 'content', brief, 'brief.md')
  await writeFile(path, repeatNarrative(await readFile(path, 'utf8'), copies))
  return folder
}

/** The body again and again, with ids, references and note labels of its own in each copy. */
export function repeatNarrative(narrative: string, copies: number): string {
  const end = narrative.indexOf('\n---\n', 4) + 5
  const [front, body] = [narrative.slice(0, end), narrative.slice(end)]
  const rest = body.replace(/^:::key-messages\n[\s\S]*?^:::\n/m, '')
  const more = Array.from({length: copies - 1}, (_, index) => rename(rest, `-copy-${index + 2}`))
  return [front, body, ...more].join('\n')
}

function rename(body: string, suffix: string): string {
  return body
    .replaceAll(/\{#([\w-]+)/g, (_, id) => `{#${id}${suffix}`)
    .replaceAll(/\]\(#([\w-]+)\)/g, (_, id) => `](#${id}${suffix})`)
    .replaceAll(/\[\^([^\]]+)\]/g, (_, label) => `[^${label}${suffix}]`)
}
