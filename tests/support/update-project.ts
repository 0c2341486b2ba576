import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {runHere, type Ran} from './run-brief.ts'

/** A project before and after an update of its data: `before/`, `after/`. */
export const update = fileURLToPath(new URL('../unit/changes/update', import.meta.url))

/** A copy of that project, of the state before, with the commands run in it. */
export interface UpdateProject extends AsyncDisposable {
  readonly folder: string
  readonly lock: string
  readonly brief: (...argv: readonly string[]) => Promise<Ran>
  /** Accepts the state before, then copies the state after over it. */
  readonly acceptAndUpdate: () => Promise<void>
  readonly edit: (path: string, from: string, to: string) => Promise<void>
  /** The names of the changes that `brief diff` reports. */
  readonly items: (...argv: readonly string[]) => Promise<readonly string[]>
}

export async function updateProject(): Promise<UpdateProject> {
  const folder = await mkdtemp(join(tmpdir(), 'brief-changes-'))
  await cp(join(update, 'before'), folder, {recursive: true})
  const brief = (...argv: readonly string[]): Promise<Ran> => runHere([...argv, '--project', folder], folder)
  return {
    folder,
    lock: join(folder, 'content/brief/accepted.json'),
    brief,
    acceptAndUpdate: async () => {
      await brief('accept', 'brief')
      await cp(join(update, 'after'), folder, {recursive: true})
    },
    edit: async (path, from, to) => {
      const text = await readFile(join(folder, path), 'utf8')
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`)
      await writeFile(join(folder, path), text.replace(from, to))
    },
    items: async (...argv) => {
      const {out} = await brief('diff', 'brief', '--json', ...argv)
      const [first] = (JSON.parse(out) as {briefs: {items: string[]}[]}).briefs
      return first?.items ?? []
    },
    [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true}),
  }
}
