import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readPdf} from '../support/read-pdf.ts'
import {runProcess} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'
import manifest from '../../package.json' with {type: 'json'}

const small = {'content/small/brief.md': '---\ntitle: Small\n---\n\n## One\n\nText.[^a]\n\n[^a]: Note.\n'}

describe('brief', () => {
  it('shows its version and its help', async () => {
    expect(await runProcess(['--version'])).toEqual({status: 0, out: `${manifest.version}\n`, err: ''})
    const help = await runProcess(['build', '--help'])
    expect(help.status).toBe(0)
    expect(help.out).toContain('--project DIR')
  })

  it.each([
    [['bild'], 'expected `build`'],
    [['build', '--edition', 'paper'], 'unexpected edition `paper`'],
    [['build', '--no-such-flag'], '--no-such-flag'],
  ])('ends with 2 on wrong usage: %j', async (argv, said) => {
    const ran = await runProcess(argv)
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(said)
  })

  it('ends with 2 on a brief that is not there, and names the nearest', async () => {
    await using project = await makeProject(small)
    const ran = await runProcess(['build', 'smal', '--project', project.path])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('`small`')
    const nothing = await runProcess(['build', '--project', join(project.path, 'content')])
    expect(nothing.status).toBe(2)
    expect(nothing.err).toContain('no brief')
  })

  it('builds a brief without data, charts or front matter but a title', async () => {
    await using project = await makeProject(small)
    // It has no date: the day of this moment is its own.
    const ran = await runProcess(['build', '--project', project.path], {SOURCE_DATE_EPOCH: '1767225600'})
    expect(ran).toMatchObject({status: 0, out: ''})
    expect(await readdir(join(project.path, 'output/small'))).toEqual(
      expect.arrayContaining(['index.html', 'manifest.json', 'small.pdf']),
    )
    const {info} = await readPdf(await readFile(join(project.path, 'output/small/small.pdf')))
    expect(info['CreationDate']).toBe('D:20260101000000Z')
    const manifest = await readFile(join(project.path, 'output/small/manifest.json'), 'utf8')
    expect(JSON.parse(manifest)).toMatchObject({settings: {date: '2026-01-01'}, audit: {notes: 1, headings: 5}})
    const wrong = await runProcess(['build', '--project', project.path], {SOURCE_DATE_EPOCH: 'yesterday'})
    expect(wrong).toMatchObject({status: 2, err: expect.stringContaining('SOURCE_DATE_EPOCH `yesterday`') as string})
  })

  it('prints a note that is called in a note after it, and before those that are called later', async () => {
    const brief = '---\ntitle: Small\n---\n\nFirst[^a] second.[^b]\n\n[^a]: Alpha.[^c]\n\n[^b]: Beta.\n\n[^c]: Gamma.\n'
    await using project = await makeProject({'content/small/brief.md': brief})
    expect(await runProcess(['build', '--project', project.path, '--edition', 'print'])).toMatchObject({status: 0})
    const {pages} = await readPdf(await readFile(join(project.path, 'output/small/small.pdf')))
    const heights = ['Alpha.', 'Gamma.', 'Beta.'].map(
      (word) => pages[0]?.items.find(({text}) => text.includes(word))?.y ?? 0,
    )
    expect(heights[0]).toBeGreaterThan(heights[1] ?? 0)
    expect(heights[1]).toBeGreaterThan(heights[2] ?? 0)
    expect(heights[2]).toBeGreaterThan(0)
  })

  it('ends with 1 on mistakes, places each, and leaves the last output as it was', async () => {
    await using project = await makeProject(small)
    await runProcess(['build', '--project', project.path, '--edition', 'web'])
    const before = await readFile(join(project.path, 'output/small/index.html'), 'utf8')
    await project.write('content/small/brief.md', '---\ntitle: Small\n---\n\nText.[^b] {{nothing}}\n')
    const ran = await runProcess(['build', '--project', project.path, '--edition', 'web', '--json'])
    expect(ran.status).toBe(1)
    const result = JSON.parse(ran.out) as {briefs: {ok: boolean; messages: Record<string, unknown>[]}[]}
    expect(result.briefs[0]?.ok).toBe(false)
    expect(result.briefs[0]?.messages[0]).toMatchObject({file: 'content/small/brief.md', line: 5, severity: 'error'})
    expect(await readFile(join(project.path, 'output/small/index.html'), 'utf8')).toBe(before)
    expect(await readdir(join(project.path, 'output'))).toEqual(['small'])
  })

  it('warns of what is higher than a page and cannot be cut', async () => {
    const row = `| ${'long '.repeat(4000)} | short |`
    await using project = await makeProject({
      'content/tall/brief.md': `---\ntitle: Tall\n---\n\n| One | Two |\n| --- | --- |\n${row}\n`,
    })
    const ran = await runProcess(['build', '--project', project.path, '--edition', 'print'])
    expect(ran.status).toBe(0)
    expect(ran.err).toContain('print-too-tall')
  })

  it('refuses an output folder that cannot be written', async () => {
    await using project = await makeProject({...small, occupied: 'a file, not a folder'})
    const ran = await runProcess([
      'build',
      '--project',
      project.path,
      '--edition',
      'web',
      '--output',
      join(project.path, 'occupied'),
    ])
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('output-unwritable')
  })

  it('refuses a browser that is not there, that does not start and that hangs', async () => {
    await using project = await makeProject(small)
    const fake = async (name: string, script: string): Promise<string> => {
      await mkdir(join(project.path, 'bin'), {recursive: true})
      const path = join(project.path, 'bin', name)
      await writeFile(path, `#!/bin/sh\n${script}\n`, {mode: 0o755})
      return path
    }
    const build = (browser: string) =>
      runProcess(['build', '--project', project.path], {BRIEF_BROWSER: browser, BRIEF_BROWSER_TIMEOUT: '3'})
    const missing = await build(join(project.path, 'no-such-browser'))
    expect(missing).toMatchObject({status: 1})
    expect(missing.err).toContain('print-browser-not-found')
    const broken = await build(await fake('broken', 'echo "no display" >&2; exit 1'))
    expect(broken).toMatchObject({status: 1})
    expect(broken.err).toContain('print-browser-does-not-start')
    const hanging = await build(await fake('hanging', 'exec sleep 100'))
    expect(hanging).toMatchObject({status: 1})
    expect(hanging.err).toMatch(/print-browser-(?:hangs|does-not-start)/)
    expect(await readdir(project.path)).not.toContain('output')
  })
})
