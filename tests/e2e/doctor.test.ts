import {chmod, readdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {examineFolder, examineNode} from '../../src/effects/examine.ts'
import {runHere, runProcess} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

interface Found {
  readonly findings: readonly {readonly name: string; readonly state: string; readonly detail: string}[]
}

describe('brief doctor', () => {
  it('finds everything in order here, and leaves nothing behind', async () => {
    await using project = await makeProject({'content/small/brief.md': '---\ntitle: Small\n---\n'})
    const ran = await runProcess(['doctor', '--project', project.path])
    expect(ran.status).toBe(0)
    for (const name of ['Node.js', 'Cache', 'Browser', 'Database', 'Fonts', 'Output', 'Briefs']) {
      expect(ran.out).toMatch(new RegExp(`^✓ ${name}`, 'm'))
    }
    expect(ran.out).toMatch(/^[✓!] Sandbox/m)
    expect(await readdir(project.path)).toEqual(['content'])
  })

  it('says what to do about a browser that does not start, a folder in the way and a font that is not there', async () => {
    await using project = await makeProject({
      'templates/own/template.json': JSON.stringify({
        name: 'own',
        title: 'Own',
        version: '1',
        parts: {web: 'web.hbs', print: 'print.hbs', furniture: 'print.hbs'},
        styles: {},
        fonts: [{family: 'Absent', package: '@fontsource/absent', faces: [{weight: 400, style: 'normal'}]}],
        page: {a4: {width: 1, height: 1, column: {left: 0, width: 1}, top: 0, bottom: 0}},
      }),
      'templates/own/web.hbs': '',
      'templates/own/print.hbs': '',
      occupied: 'a file',
      'bin/broken': '#!/bin/sh\nexit 1\n',
    })
    await chmod(join(project.path, 'bin/broken'), 0o755)
    const given = ['--browser', join(project.path, 'bin/broken'), '--output', join(project.path, 'occupied')]
    const ran = await runHere(['doctor', '--project', project.path, ...given, '--json'])
    expect(ran.status).toBe(1)
    const {findings} = JSON.parse(ran.out) as Found
    const bad = findings.filter(({state}) => state === 'bad')
    expect(bad.map(({name}) => name)).toEqual(['Browser', 'Fonts', 'Output'])
    expect(bad.every((finding) => 'remedy' in finding)).toBe(true)
    expect(findings.find(({name}) => name === 'Briefs')).toMatchObject({state: 'remark'})
  })

  it('knows which Node is too old', () => {
    expect(examineNode('22.17.9').state).toBe('bad')
    expect(examineNode('22.18.0').state).toBe('good')
    expect(examineNode('26.1.0').state).toBe('good')
  })

  it('tries to write, and takes away what it wrote', async () => {
    await using project = await makeProject({})
    expect(await examineFolder('Output', join(project.path, 'a/b'))).toMatchObject({state: 'good'})
    expect(await readdir(project.path)).toEqual([])
    await writeFile(join(project.path, 'a'), '')
    expect(await examineFolder('Output', join(project.path, 'a/b'))).toMatchObject({state: 'bad'})
  })
})
