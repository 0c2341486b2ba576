import {describe, expect, it} from 'vitest'
import {VFile} from 'vfile'
import {writeManifest} from '../../src/manifest.ts'
import type {Value} from '../../src/model/values.ts'

const value: Value = {name: 'most', raw: 57, unit: 'mm', text: '57', asOf: '2026-01-10'}

describe('writeManifest', () => {
  it('records hashes in order of paths, values as rendered, and versions', () => {
    const {path, content} = writeManifest({
      name: 'rain',
      config: {editions: ['web']},
      inputs: [
        new VFile({path: 'b.md', value: 'abc'}),
        new VFile({path: 'a.csv', value: new Uint8Array([97, 98, 99])}),
      ],
      outputs: [{path: 'index.html', content: 'abc'}],
      values: {values: new Map([['most', value]]), tables: new Map()},
      versions: {'policy-brief': '1.2.3'},
      pages: undefined,
      audit: undefined,
    })
    // The SHA-256 of "abc", as FIPS 180-2 gives it.
    const abc = 'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(path).toBe('manifest.json')
    expect(JSON.parse(String(content))).toEqual({
      brief: 'rain',
      editions: ['web'],
      versions: {'policy-brief': '1.2.3'},
      values: {most: {text: '57', raw: 57, unit: 'mm', asOf: '2026-01-10'}},
      inputs: {'a.csv': abc, 'b.md': abc},
      outputs: {'index.html': abc},
    })
    expect(String(content).indexOf('a.csv')).toBeLessThan(String(content).indexOf('b.md'))
  })
})
