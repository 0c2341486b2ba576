import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {findJsonError} from '../../../src/sources/find-json-error.ts'
import {parseJson, reportDuplicateNames} from '../../../src/sources/parse-json.ts'
import {told} from '../../support/told.ts'

function parse(text: string) {
  const file = new VFile({path: 'x.json', value: text})
  const placed = parseJson(text, file)
  if (placed) reportDuplicateNames(text, file)
  return {placed, file}
}

describe('parseJson', () => {
  it('gives the value with the places of its parts', () => {
    const {placed, file} = parse('{\n\t"a": [1, {"b": "x"}]\n}\n')
    expect(placed?.value).toEqual({a: [1, {b: 'x'}]})
    expect(placed?.at(['a', 1, 'b'])).toMatchObject({line: 2, column: 17})
    expect(placed?.nameAt(['a', 1, 'b'])).toMatchObject({line: 2, column: 12})
    expect(told(file)).toEqual([])
  })

  it.each([
    ['{"a": 1,}', '1:9 source-json-syntax Unexpected `}`, expected another entry after the last comma'],
    ['{"a": 1\n"b": 2}', '2:1 source-json-syntax Unexpected `"`, expected `,` or `}`'],
    ['{a: 1}', '1:2 source-json-syntax Unexpected `a`, expected a name in double quotes'],
    ['{"a" 1}', '1:6 source-json-syntax Unexpected `1`, expected `:`'],
    ['[1, 2', '1:6 source-json-syntax Unexpected end of the file, expected `,` or `]`'],
    ["['a']", "1:2 source-json-syntax Unexpected `'`, expected a value"],
    ['// note\n{}', '1:1 source-json-syntax Unexpected `/`, expected a value'],
    ['{"a": "x\ny"}', '1:7 source-json-syntax Unexpected `"`, expected a text that ends with `"` on its line'],
    ['{} {}', '1:4 source-json-syntax Unexpected `{`, expected the end of the file'],
    ['[01]', '1:2 source-json-syntax Unexpected `0`, expected a value'],
    ['', '1:1 source-json-syntax Unexpected end of the file, expected a value'],
    ['{"a": 1,\n "a": 2}', '2:2 source-json-duplicate Unexpected second `a`, expected each name once'],
  ])('reports %j', (text, expected) => {
    const messages = told(parse(text).file)
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(expected)
  })

  it('agrees with the engine on what JSON is', () => {
    const texts = [
      '1',
      '-0',
      '-',
      '1.',
      '.5',
      '1e5',
      '1E+5',
      'NaN',
      'nul',
      'true',
      '"\\u00e9"',
      '"\\x"',
      '"\\u00"',
      '[]',
      '[,]',
      '{}',
    ]
    const more = [
      '[[[]]]',
      '{"a":{}}',
      '{"a":}',
      '"a',
      ' [ 1 , 2 ] ',
      '\u00a0[]',
      '"\t"',
      '[1 2]',
      '{"a":1 "b":2}',
      '-01',
      '1-2',
    ]
    for (const text of [...texts, ...more])
      expect([text, findJsonError(text) === undefined]).toEqual([text, isJson(text)])
  })

  it('refuses what is nested too deep', () => {
    expect(told(parse('['.repeat(5000)).file)[0]).toContain('expected at most 500 levels')
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
