import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {reportUncovered} from '../../../src/editions/report-uncovered.ts'

test('characters without a font are one warning, where the narrative has the first of them', () => {
  const narrative = new VFile({path: 'brief.md', value: 'a\nb 中 →'})
  reportUncovered(narrative, ['→', '中', '中', '𝄞'])
  expect(narrative.messages.map(({line, column, ruleId, fatal}) => ({line, column, ruleId, fatal}))).toEqual([
    {line: 2, column: 3, ruleId: 'template-character-uncovered', fatal: false},
  ])
  expect(narrative.messages[0]?.reason).toBe(
    'Unexpected `→` (U+2192), `中` (U+4E2D), `𝄞` (U+1D11E), expected characters that a font of the template has',
  )
})

test('without such characters nothing is said, and what is only in the data has no place', () => {
  const narrative = new VFile({path: 'brief.md', value: 'a'})
  reportUncovered(narrative, [])
  expect(narrative.messages).toEqual([])
  reportUncovered(narrative, ['中'])
  expect(narrative.messages.map(({line}) => line)).toEqual([undefined])
})
