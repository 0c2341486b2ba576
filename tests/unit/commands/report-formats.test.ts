import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {toGithub} from '../../../src/commands/report-github.ts'
import {toSarif} from '../../../src/commands/report-sarif.ts'
import {error, report, warning} from '../../../src/messages/message.ts'

function files(): VFile[] {
  const narrative = new VFile({path: 'content/my rain/brief.md', value: 'x'})
  const place = {start: {line: 3, column: 2}, end: {line: 3, column: 7}}
  report(narrative, place, error('merge-unknown-name', 'Unexpected `a, b: 5%`', 'Correct\nit.'))
  report(narrative, undefined, warning('charts-remark', 'Unexpected c', ''))
  return [narrative]
}

describe('toSarif', () => {
  it('gives each message with its rule, level and region', () => {
    expect(toSarif(files())).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {driver: {name: 'policy-brief', rules: [{id: 'charts-remark'}, {id: 'merge-unknown-name'}]}},
          results: [
            {ruleId: 'charts-remark', ruleIndex: 0, level: 'warning', message: {text: 'Unexpected c'}},
            {
              ruleId: 'merge-unknown-name',
              ruleIndex: 1,
              level: 'error',
              message: {text: 'Unexpected `a, b: 5%`. Correct\nit.'},
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {uri: 'content/my%20rain/brief.md'},
                    region: {startLine: 3, startColumn: 2, endLine: 3, endColumn: 7},
                  },
                },
              ],
            },
          ],
        },
      ],
    })
  })

  it('is whole without messages', () => {
    expect(toSarif([])).toMatchObject({runs: [{results: [], tool: {driver: {rules: []}}}]})
  })
})

describe('toGithub', () => {
  it('gives a line for each message, in which no text can end it or begin another', () => {
    expect(toGithub(files())).toBe(
      '::warning file=content/my rain/brief.md,title=charts-remark::Unexpected c\n' +
        '::error file=content/my rain/brief.md,line=3,col=2,endLine=3,endColumn=7,title=merge-unknown-name::' +
        'Unexpected `a, b: 5%25`. Correct%0Ait.\n',
    )
  })
})
