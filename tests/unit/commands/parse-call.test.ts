import {describe, expect, it} from 'vitest'
import {parseCall} from '../../../src/commands/parse-call.ts'

const options = ['output', 'edition', 'json'] as const

describe('parseCall', () => {
  it('parts names from options, wherever they stand', () => {
    expect(parseCall(['one', '--output', 'there', 'two', '--json'], {names: '[brief ...]', options})).toEqual({
      names: ['one', 'two'],
      flags: {output: 'there', json: true},
      silence: {},
    })
  })

  it('takes `--no-` before a switch and a value that begins with a dash after `=`', () => {
    expect(parseCall(['--no-json', '--output=-there'], {options}).flags).toEqual({json: false, output: '-there'})
  })

  it.each([
    [[], '<name> [more]', 'unexpected end, expected <name>'],
    [['a', 'b', 'c'], '<name> [more]', 'unexpected `c`, expected no more than <name> [more]'],
    [['a'], undefined, 'unexpected `a`, expected options only'],
  ])('counts names: %j for %s', (argv, names, said) => {
    expect(() => parseCall(argv, {...(names === undefined ? {} : {names}), options})).toThrow(said)
  })

  it('lets `--help` stand without the names that are needed', () => {
    expect(parseCall(['-h'], {names: '<name>', options}).flags.help).toBe(true)
  })
})
