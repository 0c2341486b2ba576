import {join} from 'node:path'
import type {Files} from '../effects/effects.ts'
import {shortHash} from '../hash.ts'
import type {OutputFile} from '../model/document.ts'

/** Says which files beside the briefs' folders the program wrote, and what was in them. */
const LIST = 'assets/site.json'

/**
 * Writes what several briefs have together, and takes away what an earlier run wrote of it and this one did not: an old
 * index would tell of briefs that are gone. What is taken away is only what the program wrote and nobody changed since.
 *
 * @throws OutputError when the folder cannot be written
 */
export async function replaceSite(outputs: readonly OutputFile[], folder: string, files: Files): Promise<void> {
  const before = readList(await files.maybeRead(join(folder, LIST)))
  const now = Object.fromEntries(outputs.map(({path, content}) => [path, shortHash(content)]))
  for (const [path, hash] of Object.entries(before)) {
    if (path in now) continue
    const content = await files.maybeRead(join(folder, path))
    if (content !== undefined && shortHash(content) === hash) await files.remove(join(folder, path))
  }
  for (const {path, content} of outputs) await files.write(join(folder, path), content)
  if (outputs.length > 0) await files.write(join(folder, LIST), `${JSON.stringify(now, undefined, 2)}\n`)
  else if (Object.keys(before).length > 0) await files.remove(join(folder, LIST))
}

/** Hashes by path. Only what the program itself writes there counts: the folder may have come from someone else. */
function readList(content: Uint8Array | undefined): Readonly<Record<string, string>> {
  if (content === undefined) return {}
  try {
    const listed = JSON.parse(new TextDecoder().decode(content)) as Readonly<Record<string, unknown>>
    const own = Object.entries(listed).filter(([path, hash]) => OWN.test(path) && typeof hash === 'string')
    return Object.fromEntries(own) as Readonly<Record<string, string>>
  } catch {
    // Not written by this program.
    return {}
  }
}

const OWN = /^(?:index\.html|sitemap\.xml|feed\.xml|assets\/(?:fonts\/)?[\w-][\w.-]*)$/
