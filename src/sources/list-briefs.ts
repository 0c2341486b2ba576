import {join} from 'node:path'
import type {Files} from '../effects/effects.ts'
import type {Config} from '../model/config.ts'

/** The names of the project's briefs: the folders of `content/` that hold a `brief.md`. */
export async function listBriefs(config: Pick<Config, 'project'>, files: Files): Promise<readonly string[]> {
  const content = join(config.project, 'content')
  const names = await files.folders(content)
  const held = await Promise.all(
    names.map(async (name) => (await files.list(join(content, name))).includes('brief.md')),
  )
  return names.filter((_name, index) => held[index] === true)
}
