import {execFileSync} from 'node:child_process'
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {runHere, type Ran} from '../../support/run-brief.ts'

/** A project before and after an update of its data, and the report that is expected of it. */
const update = fileURLToPath(new URL('update', import.meta.url))

let project = ''

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'brief-changes-'))
  await cp(join(update, 'before'), project, {recursive: true})
})

afterEach(async () => {
  await rm(project, {recursive: true, force: true})
})

const lockPath = (): string => join(project, 'content/brief/accepted.json')

function brief(...argv: readonly string[]): Promise<Ran> {
  return runHere([...argv, '--project', project], project)
}

async function updated(): Promise<void> {
  await brief('accept', 'brief')
  await cp(join(update, 'after'), project, {recursive: true})
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project, path), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(project, path), text.replace(from, to))
}

/** A page without styles, fonts and drawings, which others test, a block a line. */
function withoutLook(page: string): string {
  return page
    .replace(/<style>[^]*<\/style>\n/, '')
    .replace(/(<svg[^>]*aria-label="[^"]*")[^]*?<\/svg>/g, '$1/>')
    .replace(/ xmlns="[^"]*"/g, '')
    .replace(/<(?:section|article|header|h2|h3|div|p|ul|li|table|tr)\b/g, '\n$&')
}

async function items(...argv: readonly string[]): Promise<readonly string[]> {
  const {out} = await brief('diff', 'brief', '--json', ...argv)
  const [first] = (JSON.parse(out) as {briefs: {items: string[]}[]}).briefs
  return first?.items ?? []
}

describe('brief diff', () => {
  it('finds all of an update, and nothing else', async () => {
    await updated()
    const ran = await brief('diff', 'brief')
    expect(ran).toMatchObject({status: 0, err: ''})
    await expect(ran.out).toMatchFileSnapshot(join(update, 'report.txt'))
    const page = await readFile(join(project, 'output/brief/changes.html'), 'utf8')
    await expect(withoutLook(page)).toMatchFileSnapshot(join(update, 'report.html'))
  })

  it('is empty for the same brief twice, whatever is asked', async () => {
    await brief('accept', 'brief')
    const ran = await brief('diff', 'brief', '--exit-code')
    expect(ran).toEqual({status: 0, out: 'brief: no change since the accepted edition of 15 January 2026\n', err: ''})
    expect(await items()).toEqual([])
  })

  it('ends with 1 when there are changes, if asked to', async () => {
    await updated()
    expect((await brief('diff', 'brief')).status).toBe(0)
    expect((await brief('diff', 'brief', '--exit-code')).status).toBe(1)
  })

  it('tells what is pending and cannot be compared, as a brief with nothing accepted', async () => {
    const ran = await brief('diff', 'brief')
    expect(ran.status).toBe(1)
    expect(ran.err).toContain('changes-nothing-accepted')
  })

  it('says what is wrong with a lock', async () => {
    await writeFile(lockPath(), '{\n<<<<<<< HEAD\n')
    expect((await brief('diff', 'brief')).err).toMatch(/accepted\.json:2:1 error.*changes-lock-malformed/)
    await writeFile(lockPath(), '{"lock": 1, "values": 7}')
    expect((await brief('diff', 'brief')).err).toContain('changes-lock-malformed')
    await writeFile(lockPath(), '{"lock": 99}')
    expect((await brief('diff', 'brief')).err).toContain('changes-lock-version')
  })
})

describe('brief diff --against', () => {
  it('takes the state of a git revision, without touching the files', async () => {
    const git = (...argv: readonly string[]): void => {
      execFileSync('git', ['-C', project, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...argv], {stdio: 'ignore'})
    }
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'first')
    await brief('accept', 'brief')
    await cp(join(update, 'after'), project, {recursive: true})
    expect(await items('--against', 'HEAD')).toEqual(await items())
    expect(execFileSync('git', ['-C', project, 'status', '--porcelain', 'data'], {encoding: 'utf8'})).not.toBe('')

    expect((await brief('diff', 'brief', '--against', 'none')).err).toContain('changes-baseline-unknown')
    expect((await brief('diff', 'brief', '--against=--output=x')).err).toContain('changes-baseline-unknown')
    await edit('data/brief/values.yaml', 'sum:', 'total:')
    git('commit', '-q', '-a', '-m', 'broken')
    await cp(join(update, 'after'), project, {recursive: true})
    expect((await brief('diff', 'brief', '--against', 'HEAD')).err).toContain('changes-baseline-unusable')
  })
})

describe('brief accept', () => {
  it('writes a lock that has one line for each thing, and the same twice', async () => {
    await brief('accept', 'brief')
    const lock = await readFile(lockPath(), 'utf8')
    expect(lock).toMatch(/^ {2}\{"name":"total","text":"80","raw":80,.*"made":"sum districts.attacks"\},$/m)
    await brief('accept', 'brief')
    expect(await readFile(lockPath(), 'utf8')).toBe(lock)
  })

  it('accepts one thing, which is pending again when it changes again', async () => {
    await updated()
    const all = await items()
    expect((await brief('accept', 'brief', '--item', 'value:total')).err).toMatch(
      /1 change accepted, \d+ still pending/,
    )
    expect(await items()).toEqual(all.filter((item) => item !== 'value:total'))
    // The sentence is as pending as before: nobody has looked at it.
    expect(all.some((item) => item.startsWith('text:'))).toBe(true)
    await edit('data/brief/districts.csv', 'Swat,10', 'Swat,11')
    expect(await items()).toContain('value:total')
  })

  it('accepts by pattern, one after another, until nothing is left', async () => {
    await updated()
    const all = await items()
    const kinds = [...new Set(all.map((item) => item.replace(/:.*/, '')))]
    for (const kind of kinds) await brief('accept', 'brief', '--item', `${kind}:*`)
    expect(await items()).toEqual([])
  })

  it('refuses what is not pending', async () => {
    await updated()
    const ran = await brief('accept', 'brief', '--item', 'value:totl')
    expect(ran.status).toBe(1)
    expect(ran.err).toMatch(/`value:totl`, expected .*`value:total`.*\[changes-item-unknown\]/)
  })
})
