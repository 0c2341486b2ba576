import {mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createFiles} from '../../../src/effects/files.ts'
import {OutputError} from '../../../src/effects/output-error.ts'
import {ReadError} from '../../../src/effects/read-error.ts'

let base = ''
let project = ''

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'files-'))
  project = join(base, 'project')
  await mkdir(join(project, 'content/b'), {recursive: true})
  await writeFile(join(base, 'secret.txt'), 'secret')
  await writeFile(join(project, 'content/b/brief.md'), 'text')
})

afterEach(async () => {
  await rm(base, {recursive: true, force: true})
})

describe('maybeRead', () => {
  it('gives bytes, and undefined for what is not a file', async () => {
    const files = createFiles({project})
    expect(Buffer.from((await files.maybeRead(join(project, 'content/b/brief.md'))) ?? []).toString()).toBe('text')
    expect(await files.maybeRead(join(project, 'content/b/none.md'))).toBeUndefined()
    expect(await files.maybeRead(join(project, 'content/b/brief.md/none'))).toBeUndefined()
    expect(await files.maybeRead(join(project, 'content/b'))).toBeUndefined()
  })

  it('refuses what lies outside, by steps upwards or by a link', async () => {
    const files = createFiles({project})
    await symlink(join(base, 'secret.txt'), join(project, 'content/b/link.txt'))
    await symlink(base, join(project, 'content/up'))
    await mkdir(`${project}-other`)
    await writeFile(`${project}-other/x`, 'x')
    for (const path of ['../secret.txt', 'content/b/link.txt', 'content/up/secret.txt', '../project-other/x']) {
      await expect(files.maybeRead(`${project}/${path}`)).rejects.toThrow(ReadError)
      await expect(files.maybeRead(`${project}/${path}`)).rejects.toMatchObject({kind: 'outside'})
    }
  })

  it('follows links inside the project, and a link to the project', async () => {
    await symlink(join(project, 'content/b/brief.md'), join(project, 'content/b/copy.md'))
    await symlink(project, join(base, 'link'))
    expect(await createFiles({project}).maybeRead(join(project, 'content/b/copy.md'))).toHaveLength(4)
    expect(
      await createFiles({project: join(base, 'link')}).maybeRead(join(base, 'link/content/b/brief.md')),
    ).toHaveLength(4)
  })

  it('refuses a file above the limit without reading it', async () => {
    const path = join(project, 'large.csv')
    await writeFile(path, '')
    await truncate(path, 300 * 1024 * 1024)
    await expect(createFiles({project}).maybeRead(path)).rejects.toMatchObject({kind: 'too-large'})
  })

  it('says that a ring of links cannot be read', async () => {
    await symlink(join(project, 'ring'), join(project, 'ring'))
    await expect(createFiles({project}).maybeRead(join(project, 'ring'))).rejects.toMatchObject({kind: 'unreadable'})
  })

  it('reads the templates that come with the program', async () => {
    const bundled = join(import.meta.dirname, '../../../templates/policy-brief/template.json')
    expect(await createFiles({project}).maybeRead(bundled)).toBeDefined()
  })
})

describe('list and folders', () => {
  it('lists files below a folder in a fixed order, without hidden ones', async () => {
    const folder = join(project, 'content/b')
    await mkdir(join(folder, 'Z/a'), {recursive: true})
    await mkdir(join(folder, '.git'))
    await writeFile(join(folder, '.git/config'), '')
    await writeFile(join(folder, '.DS_Store'), '')
    await writeFile(join(folder, 'Z/a/x.csv'), '')
    await writeFile(join(folder, 'a.csv'), '')
    await symlink(project, join(folder, 'ring'))
    const files = createFiles({project})
    expect(await files.list(folder)).toEqual(['Z/a/x.csv', 'a.csv', 'brief.md', 'ring'])
    expect(await files.list(join(folder, 'none'))).toEqual([])
    expect(await files.folders(folder)).toEqual(['Z', 'ring'])
    expect(await files.folders(join(folder, 'none'))).toEqual([])
  })
})

describe('maybeReadPackage', () => {
  it("reads a file of the program's packages wherever the project lies", async () => {
    const files = createFiles({project})
    const font = '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2'
    expect((await files.maybeReadPackage(font))?.subarray(0, 4)).toEqual(Buffer.from('wOF2'))
    expect(await files.maybeReadPackage('@fontsource/source-serif-4/unicode.json')).toBeDefined()
  })

  it.each(['@fontsource/none/files/x.woff2', '../secret.txt', '/etc/passwd', 'node:fs', 'yaml/../../package.json'])(
    'gives nothing for %s',
    async (specifier) => {
      expect(await createFiles({project}).maybeReadPackage(specifier)).toBeUndefined()
    },
  )
})

describe('publish', () => {
  const contents = async (folder: string): Promise<string[]> => (await readdir(folder, {recursive: true})).sort()

  it('replaces a folder by new content and leaves nothing beside it', async () => {
    const files = createFiles({project})
    const folder = join(base, 'output/b')
    await files.publish(folder, [
      {path: 'index.html', content: 'old'},
      {path: 'data/a.csv', content: Uint8Array.of(1)},
    ])
    await files.publish(folder, [{path: 'index.html', content: 'new'}])
    expect(await contents(join(base, 'output'))).toEqual(['b', 'b/index.html'])
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('new')
  })

  it('leaves the old output when a file cannot be written', async () => {
    const files = createFiles({project})
    const folder = join(base, 'output/b')
    await files.publish(folder, [{path: 'index.html', content: 'old'}])
    const clash = files.publish(folder, [
      {path: 'data', content: 'a file'},
      {path: 'data/a.csv', content: 'in a folder of that name'},
    ])
    await expect(clash).rejects.toThrow(OutputError)
    await expect(files.publish(folder, [{path: '../x', content: ''}])).rejects.toThrow('leaves its folder')
    expect(await contents(join(base, 'output'))).toEqual(['b', 'b/index.html'])
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toBe('old')
  })

  it('says which folder cannot be written, and why', async () => {
    await writeFile(join(base, 'output'), 'a file where the folder should be')
    const folder = join(base, 'output/b')
    const attempt = createFiles({project}).publish(folder, [{path: 'index.html', content: ''}])
    await expect(attempt).rejects.toMatchObject({
      name: 'OutputError',
      code: 'ENOTDIR',
      path: folder,
      told: {id: 'output-unwritable', reason: expect.stringContaining('cannot be written (ENOTDIR)') as string},
    })
    expect(await readFile(join(base, 'output'), 'utf8')).toBe('a file where the folder should be')
  })
})
