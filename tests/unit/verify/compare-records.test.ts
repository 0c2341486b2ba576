import {describe, expect, it} from 'vitest'
import {maybeRecord, type BuildRecord} from '../../../src/verify/build-record.ts'
import {compareFiles, compareRecords} from '../../../src/verify/compare-records.ts'
import {isVerified, verifiedText} from '../../../src/verify/verified-text.ts'

const record: BuildRecord = {
  editions: ['web'],
  settings: {},
  versions: {'policy-brief': '1.0.0', vega: '6.0.0'},
  inputs: {'content/rain/brief.md': 'sha256:1'},
  outputs: {'index.html': 'sha256:2', 'rain.pdf': 'sha256:3'},
}

describe('compareRecords', () => {
  it('finds nothing where all is the same', () => {
    expect(compareRecords(record, structuredClone(record))).toEqual([])
    expect(compareFiles(record, record.outputs)).toEqual([])
  })

  it('finds outputs that differ, and what may be the reason', () => {
    const again = {
      ...record,
      versions: {'policy-brief': '1.0.0', vega: '6.1.0'},
      inputs: {'content/rain/brief.md': 'sha256:9', 'data/rain/rain.csv': 'sha256:8'},
      outputs: {'index.html': 'sha256:7', 'rain.html': 'sha256:6'},
    }
    expect(compareRecords(record, again).map(({kind, name, how}) => `${kind} ${name} ${how}`)).toEqual([
      'output index.html changed',
      'output rain.html new',
      'output rain.pdf missing',
      'input content/rain/brief.md changed',
      'input data/rain/rain.csv new',
      'version vega changed',
    ])
  })

  it('tells them in words', () => {
    const differences = [
      ...compareFiles(record, {'index.html': 'sha256:0', 'x.txt': 'sha256:1'}),
      ...compareRecords(record, {...record, versions: {'policy-brief': '2.0.0', vega: '6.0.0'}}),
    ]
    const verified = {name: 'rain', folder: '/p/output/rain', files: 2, differences}
    expect(isVerified(verified)).toBe(false)
    expect(verifiedText(verified, '/p')).toBe(
      [
        'rain: not the same',
        '  - output/rain/index.html was changed after it was built',
        '  - output/rain/rain.pdf is missing',
        '  - output/rain/x.txt does not come from the build',
        '  - policy-brief was 1.0.0, now 2.0.0',
        '',
      ].join('\n'),
    )
  })
})

describe('maybeRecord', () => {
  it('reads a manifest, with what was asked of the build', () => {
    const settings = {baseUrl: 'https://example.org/', standalone: true, date: '2026-02-01', other: 1}
    const {outputs, ...rest} = record
    const text = JSON.stringify({...rest, settings, outputs: {...outputs, bad: 7}})
    expect(maybeRecord(text)).toEqual({
      ...record,
      settings: {baseUrl: 'https://example.org/', standalone: true, date: '2026-02-01'},
    })
  })

  it.each(['', '[]', '{}', '{"inputs": {}}', 'null'])('takes `%s` for none', (text) => {
    expect(maybeRecord(text)).toBeUndefined()
  })
})
