import {describe, expect, it} from 'vitest'
import {loadSettings} from '../../../src/commands/load-settings.ts'
import {runHere} from '../../support/run-brief.ts'
import {memoryFiles} from '../../support/memory-files.ts'
import {makeProject} from '../../support/temp-project.ts'

function load(files: Readonly<Record<string, string>>): ReturnType<typeof loadSettings> {
  const placed = Object.entries(files).map(([path, text]) => [`/project/${path}`, text])
  return loadSettings('/project', memoryFiles(Object.fromEntries(placed) as Record<string, string>))
}

describe('loadSettings', () => {
  it('is content without any', async () => {
    expect(await load({})).toEqual({flags: {}, silence: {}})
    expect(await load({'package.json': '{"name": "x", "scripts": {"brief": "brief build"}}'})).toEqual({
      flags: {},
      silence: {},
    })
    expect(await load({'brief.config.yaml': '# nothing yet\n'})).toEqual({flags: {}, silence: {}})
  })

  it.each([
    [
      'brief.config.json',
      '{"$schema": "x", "edition": "web", "output": "public", "silence": {"document-image-without-alt": "Why."}}',
    ],
    ['brief.config.yaml', 'edition: web\noutput: public\nsilence:\n  document-image-without-alt: Why.\n'],
    [
      'package.json',
      '{"brief": {"edition": "web", "output": "public", "silence": {"document-image-without-alt": "Why."}}}',
    ],
  ])('reads %s', async (path, text) => {
    expect(await load({[path]: text})).toEqual({
      flags: {edition: 'web', output: '/project/public'},
      silence: {'document-image-without-alt': 'Why.'},
    })
  })

  it.each([
    ['not JSON', '{"edition": }', '1:13'],
    ['a list', '[]', '1:1'],
    ['a wrong name', '{"editon": "web"}', '1:2'],
    ['a wrong value', '{"edition": "paper"}', '1:13'],
    ['a folder outside', '{"output": "../x"}', '1:12'],
    ['the project itself', '{"output": "."}', '1:12'],
  ])('places %s', async (_, text, place) => {
    await expect(load({'brief.config.json': text})).rejects.toMatchObject({
      files: [{messages: [{line: Number(place.split(':')[0]), column: Number(place.split(':')[1]), fatal: true}]}],
    })
  })
})

describe('settings of a project', () => {
  const brief = '---\ntitle: Small\n---\n\n![](dam.svg)\n'
  const files = {
    'content/small/brief.md': brief,
    'content/small/dam.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  }

  it('hold where the command line says nothing, and the command line wins', async () => {
    await using project = await makeProject({
      ...files,
      'brief.config.yaml': 'edition: web\noutput: public\nstrict: true\n',
    })
    const strict = await runHere(['build', '--project', project.path])
    expect(strict.status).toBe(1)
    expect(strict.err).toContain('content/small/brief.md:5:1 error Unexpected image')
    const lax = await runHere(['build', '--project', project.path, '--no-strict', '--json'])
    expect(lax.status).toBe(0)
    expect(JSON.parse(lax.out)).toMatchObject({
      briefs: [{ok: true, messages: [{severity: 'warning'}]}],
    })
    expect((JSON.parse(lax.out) as {briefs: [{folder: string}]}).briefs[0].folder).toBe(`${project.path}/public/small`)
  })

  it('silence warnings, for `--strict` too', async () => {
    const settings = '{"silence": {"document-image-without-alt": "An ornament."}}'
    await using project = await makeProject({...files, 'brief.config.json': settings})
    const ran = await runHere(['build', '--project', project.path, '--edition', 'web', '--strict', '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({briefs: [{ok: true, messages: []}]})
  })

  it('are JSON for `--json` when they are wrong', async () => {
    await using project = await makeProject({...files, 'brief.config.json': '{"editon": "web"}'})
    const ran = await runHere(['build', '--project', project.path, '--json'])
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({briefs: [], messages: [{file: 'brief.config.json', line: 1}]})
  })
})
