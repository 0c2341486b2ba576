import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {run} from '../../../src/commands/run.ts'
import {runHere} from '../../support/run-brief.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

describe('run', () => {
  it.each([
    [[], 2, 'Usage: brief <command>'],
    [['--help'], 0, 'Usage: brief <command>'],
    [['help', 'build'], 0, 'Usage: brief build'],
    [['build', '-h'], 0, 'Usage: brief build'],
  ])('shows help for %j', async (argv, status, said) => {
    const ran = await runHere(argv)
    expect(ran.status).toBe(status)
    expect(ran.out).toContain(said)
  })

  it.each([
    [['bulid'], 'unexpected command `bulid`, expected `build`'],
    [['toString'], 'unexpected command `toString`'],
    [['build', '--edition', 'toString'], 'unexpected edition `toString`'],
    [['build', '--output'], 'expected `--output DIR`'],
    [['build', '--output', '--json'], 'expected `--output DIR`'],
    [['build', '--editon', 'web'], 'unexpected option `--editon`, expected `--edition`'],
    [['build', '--json=yes'], 'unexpected value `yes` of `--json`'],
    [['help', 'bild'], 'unexpected command `bild`, expected `build`'],
    [
      ['build', 'afterkabul', '--project', repository],
      'unexpected brief `afterkabul`, expected `after-kabul` [source-brief-unknown]',
    ],
    [['check', 'after-kabul', 'x', '--project', repository], 'unexpected brief `x`, expected `after-kabul`'],
    [['values', '../data', '--project', repository], 'unexpected brief `../data`, expected `after-kabul`'],
  ])('refuses %j', async (argv, said) => {
    const ran = await runHere(argv)
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(said)
    expect(ran.err).toMatch(/Run `brief (?:build |check |values )?--help`/)
  })

  it('ends with 70 on a fault of its own, and shows where it is', async () => {
    let err = ''
    const out = (): never => {
      throw new Error('the pipe is gone')
    }
    const terminal = {out, err: (text: string) => (err += text), status: () => undefined, color: false}
    const signal = new AbortController().signal
    expect(await run(['--version'], {terminal, directory: '/', environment: {}, signal})).toBe(70)
    expect(err).toContain('a fault of the program')
    expect(err).toMatch(/the pipe is gone\n\s+at /)
  })
})
