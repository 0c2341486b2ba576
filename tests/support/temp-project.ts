import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

/** A project in a temporary folder, removed at the end of the scope that holds it. */
export interface TempProject extends AsyncDisposable {
  readonly path: string
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>
}

/** Makes a project of the given files, by path. */
export async function makeProject(files: Readonly<Record<string, string | Uint8Array>>): Promise<TempProject> {
  const path = await mkdtemp(join(tmpdir(), 'brief-test-'))
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(path, name)), {recursive: true})
    await writeFile(join(path, name), content)
  }
  for (const [name, content] of Object.entries(files)) await write(name, content)
  return {path, write, [Symbol.asyncDispose]: () => rm(path, {recursive: true, force: true})}
}
