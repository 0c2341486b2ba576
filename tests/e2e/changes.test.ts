import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {commands} from '../../src/commands/commands.ts'
import {runProcess} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

const project = {
  'content/rain/brief.md': '---\ntitle: Rain\ndate: 2026-01-31\n---\n\nIt was {{most}} mm.\n',
  'data/rain/rain.csv': 'year,mm\n2024,38\n2025,57\n',
  'data/rain/datapackage.json': JSON.stringify({
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        schema: {
          fields: [
            {name: 'year', type: 'year'},
            {name: 'mm', type: 'integer'},
          ],
        },
      },
    ],
  }),
  'data/rain/values.yaml': 'values:\n  most: {max: rain.mm}\n',
}

describe('an update of the data, from the accepted edition to the next', () => {
  it('is shown, held back until it is accepted, and then built', async () => {
    await using made = await makeProject(project)
    const brief = (...argv: string[]) => runProcess([...argv, '--project', made.path])

    const early = await brief('diff', 'rain')
    expect(early.status).toBe(1)
    expect(early.err).toContain('changes-nothing-accepted')

    expect(await brief('accept', 'rain')).toMatchObject({status: 0})
    expect(await readFile(join(made.path, 'content/rain/accepted.json'), 'utf8')).toContain('57')
    expect(await brief('diff', 'rain', '--exit-code')).toMatchObject({status: 0})

    await made.write('data/rain/rain.csv', project['data/rain/rain.csv'].replace('57', '61'))
    const shown = await brief('diff', 'rain', '--exit-code')
    expect(shown.status).toBe(1)
    expect(shown.out).toContain('57')
    expect(shown.out).toContain('61')
    expect(await readdir(join(made.path, 'output/rain'))).toEqual(['changes.html'])
    const {status, out} = await brief('diff', 'rain', '--json')
    expect(status).toBe(0)
    expect(JSON.stringify(JSON.parse(out))).toContain('value:most')

    const held = await brief('build', '--accepted-only', '--edition', 'web')
    expect(held.status).toBe(1)
    expect(held.err).toContain('changes-pending')
    expect(await brief('accept', 'rain', '--item', 'value:mots')).toMatchObject({status: 1})
    expect(await brief('accept', 'rain', '--note', 'The gauge was read again.')).toMatchObject({status: 0})
    expect(await brief('build', '--accepted-only', '--edition', 'web')).toMatchObject({status: 0})
    expect(await readFile(join(made.path, 'output/rain/index.html'), 'utf8')).toContain('61 mm')
  })
})

describe('every command', () => {
  it.each(Object.keys(commands))(
    '%s says how it is called, and ends with 2 when it is called wrongly',
    async (name) => {
      const help = await runProcess([...name.split(' '), '--help'])
      expect(help).toMatchObject({status: 0, err: ''})
      expect(help.out).toContain(`Usage: brief ${name}`)
      expect(help.out).toMatch(/\nExamples\n {2}brief /)
      const wrong = await runProcess([...name.split(' '), '--no-such-option'])
      expect(wrong.status).toBe(2)
      expect(wrong.err).toMatch(/^brief: unexpected option `--no-such-option`/)
      expect(wrong.err).not.toContain('    at ')
    },
  )
})
