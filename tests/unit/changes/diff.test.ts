import {execFileSync} from 'node:child_process'
import {cp, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {update, updateProject} from '../../support/update-project.ts'

describe('brief diff', () => {
  it('finds all of an update, and nothing else', async () => {
    await using project = await updateProject()
    await project.acceptAndUpdate()
    const ran = await project.brief('diff', 'brief')
    expect(ran).toMatchObject({status: 0, err: ''})
    await expect(ran.out).toMatchFileSnapshot(join(update, 'report.txt'))
    const page = await readFile(join(project.folder, 'output/brief/changes.html'), 'utf8')
    await expect(withoutLook(page)).toMatchFileSnapshot(join(update, 'report.html'))
    expect((await project.brief('diff', 'brief', '--exit-code')).status).toBe(1)
  })

  it('is empty for the same brief twice, whatever is asked', async () => {
    await using project = await updateProject()
    await project.brief('accept', 'brief')
    const ran = await project.brief('diff', 'brief', '--exit-code')
    expect(ran).toEqual({status: 0, out: 'brief: no change since the accepted edition of 15 January 2026\n', err: ''})
    expect(await project.items()).toEqual([])
  })

  it('tells what cannot be compared, as a brief with nothing accepted', async () => {
    await using project = await updateProject()
    const ran = await project.brief('diff', 'brief')
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('changes-nothing-accepted')
    await project.edit('data/brief/values.yaml', 'sum:', 'total:')
    expect((await project.brief('diff', 'brief')).err).toContain('values.yaml:2:11')
  })

  it('says what is wrong with a lock', async () => {
    await using project = await updateProject()
    await writeFile(project.lock, '{\n<<<<<<< HEAD\n')
    expect((await project.brief('diff', 'brief')).err).toMatch(/accepted\.json:2:1 error.*changes-lock-malformed/)
    await writeFile(project.lock, '{"lock": 1, "values": 7}')
    expect((await project.brief('diff', 'brief')).err).toContain('changes-lock-malformed')
    await writeFile(project.lock, '{"lock": 99}')
    expect((await project.brief('diff', 'brief')).err).toContain('changes-lock-version')
  })
})

describe('brief diff --against', () => {
  it('takes the state of a git revision, without touching the files', async () => {
    await using project = await updateProject()
    const git = (...argv: readonly string[]): string => {
      const identity = ['-c', 'user.name=A', '-c', 'user.email=a@b.c']
      return execFileSync('git', ['-C', project.folder, ...identity, ...argv], {encoding: 'utf8', stdio: 'pipe'})
    }
    expect((await project.brief('diff', 'brief', '--against', 'HEAD')).err).toContain('changes-baseline-unknown')
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'first')
    await project.acceptAndUpdate()
    const before = git('status', '--porcelain', 'content', 'data')
    expect(await project.items('--against', 'HEAD')).toEqual(await project.items())
    expect(git('status', '--porcelain', 'content', 'data')).toBe(before)

    expect((await project.brief('diff', 'brief', '--against', 'none')).err).toContain('changes-baseline-unknown')
    expect((await project.brief('diff', 'brief', '--against=--output=x')).err).toContain('changes-baseline-unknown')
    await project.edit('data/brief/values.yaml', 'sum:', 'total:')
    git('commit', '-q', '-a', '-m', 'broken')
    await cp(join(update, 'after'), project.folder, {recursive: true})
    const broken = await project.brief('diff', 'brief', '--against', 'HEAD')
    expect(broken.err).toMatch(/at `HEAD`: data\/brief\/values\.yaml: .*changes-baseline-unusable/)
  })

  it('takes an output folder or its manifest, and of a manifest alone the values', async () => {
    await using project = await updateProject()
    await project.brief('build', 'brief', '--edition', 'web')
    const published = join(project.folder, 'published')
    await cp(join(project.folder, 'output/brief'), published, {recursive: true})
    await project.acceptAndUpdate()
    const all = await project.items()
    // What the edition does not show is not in its record: roads.csv is read by one value alone.
    expect(await project.items('--against', published)).toEqual(all)
    expect(await project.items('--against', join(published, 'manifest.json'))).toEqual(all)
    const alone = join(project.folder, 'alone.json')
    await cp(join(published, 'manifest.json'), alone)
    const values = all.filter((item) => item.startsWith('value:'))
    expect(await project.items('--against', alone)).toEqual(values)
  })
})

describe('brief accept', () => {
  it('writes a lock that has one line for each thing, and the same twice', async () => {
    await using project = await updateProject()
    await project.brief('accept', 'brief')
    const lock = await readFile(project.lock, 'utf8')
    expect(lock).toMatch(/^ {2}\{"name":"total","text":"80","raw":80,.*"made":"sum districts.attacks"\},$/m)
    await project.brief('accept', 'brief')
    expect(await readFile(project.lock, 'utf8')).toBe(lock)
  })

  it('accepts one thing, which is pending again when it changes again', async () => {
    await using project = await updateProject()
    await project.acceptAndUpdate()
    const all = await project.items()
    const ran = await project.brief('accept', 'brief', '--item', 'value:total')
    expect(ran.err).toMatch(/1 change accepted, \d+ still pending/)
    // The sentences that print it are as pending as before: nobody has looked at them.
    expect(await project.items()).toEqual(all.filter((item) => item !== 'value:total'))
    await project.edit('data/brief/districts.csv', 'Swat,10', 'Swat,11')
    expect(await project.items()).toContain('value:total')
  })

  it('accepts by pattern, one after another, until nothing is left', async () => {
    await using project = await updateProject()
    await project.acceptAndUpdate()
    const all = await project.items()
    const kinds = [...new Set(all.map((item) => item.replace(/:.*/, '')))]
    for (const kind of kinds) await project.brief('accept', 'brief', '--item', `${kind}:*`)
    expect(await project.items()).toEqual([])
  })

  it('refuses what is not pending', async () => {
    await using project = await updateProject()
    await project.acceptAndUpdate()
    const ran = await project.brief('accept', 'brief', '--item', 'value:totl')
    expect(ran.status).toBe(1)
    expect(ran.err).toMatch(/`value:totl`, expected .*`value:total`.*\[changes-item-unknown\]/)
  })
})

/** A page without styles, fonts and drawings, which others test, a block a line. */
function withoutLook(page: string): string {
  return page
    .replace(/<style>[^]*<\/style>\n/, '')
    .replace(/(<svg[^>]*aria-label="[^"]*")[^]*?<\/svg>/g, '$1/>')
    .replace(/ xmlns="[^"]*"/g, '')
    .replace(/<(?:section|article|header|h2|h3|div|p|ul|li|table|tr)\b/g, '\n$&')
}
