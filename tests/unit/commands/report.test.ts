import {describe, expect, it} from 'vitest'
import {VFile} from 'vfile'
import type {BriefResult} from '../../../src/build-all.ts'
import {toJson, toText} from '../../../src/commands/report.ts'
import {error, report, warning} from '../../../src/messages/message.ts'

function failed(): BriefResult {
  const file = new VFile({path: 'content/rain/brief.md', value: 'x'})
  report(file, {line: 9, column: 2}, error('later', 'Unexpected b, expected c', 'Do this.'))
  report(file, {line: 3, column: 1}, warning('sooner', 'Unexpected a, expected c', 'Do that.'))
  return {name: 'rain', ok: false, built: undefined, files: [file], refusal: undefined, timings: {}}
}

describe('report', () => {
  it('gives every message with its place, in order, as JSON', () => {
    expect(toJson([failed()])).toMatchObject({
      briefs: [
        {
          name: 'rain',
          ok: false,
          outputs: [],
          messages: [
            {file: 'content/rain/brief.md', line: 3, column: 1, severity: 'warning', id: 'sooner', note: 'Do that.'},
            {file: 'content/rain/brief.md', line: 9, column: 2, severity: 'error', id: 'later', note: 'Do this.'},
          ],
        },
      ],
    })
  })

  it('gives a person places, reasons, ids and what to do', () => {
    const text = toText([failed()], {color: false, directory: '/project'})
    expect(text).toContain('content/rain/brief.md:3:1 warning Unexpected a, expected c [sooner]\n')
    expect(text).toContain('Do this.')
    expect(text).toContain('rain: not built; what was built before stays as it was')
  })

  it('tells where the editions are, from the folder that one is in', () => {
    const built = {
      folder: '/project/output/rain',
      outputs: ['index.html', 'data/x.csv', 'rain.pdf'],
      files: [],
      pages: 3,
    }
    const result = {name: 'rain', ok: true, built, files: [], refusal: undefined, timings: {}}
    expect(toText([result], {color: false, directory: '/project'})).toBe(
      'rain: output/rain/index.html, output/rain/rain.pdf (3 pages)\n',
    )
  })

  it('tells what stands in the way outside the files', () => {
    const refusal = error('output-unwritable', 'Unexpected folder', 'Name another.')
    const result = {...failed(), files: [], refusal}
    expect(toText([result], {color: false, directory: '/'})).toContain('error Unexpected folder [output-unwritable]')
    expect(toJson([result])).toMatchObject({briefs: [{messages: [{id: 'output-unwritable', severity: 'error'}]}]})
  })
})
