import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {reportPages} from '../../../src/editions/report-pages.ts'

test('says what pages could not do, with the author’s line', () => {
  const narrative = new VFile({path: 'content/test/brief.md', value: ''})
  reportPages(narrative, [
    {kind: 'tall', place: {line: 4, words: 'A'}},
    {kind: 'wide', place: {line: 5, words: 'B'}, percent: 60},
    {kind: 'smaller', place: {line: 6, words: 'C'}, percent: 80},
    {kind: 'parted', place: {line: 7, words: 'D'}},
    {kind: 'unsettled', place: {line: undefined, words: 'on page 9'}},
  ])
  expect(narrative.messages.map(({line, ruleId, fatal}) => [line, ruleId, fatal])).toEqual([
    [4, 'print-too-tall', false],
    [5, 'print-too-wide', false],
    [6, 'print-smaller', false],
    [7, 'print-kept-parted', false],
    [undefined, 'print-pages-unsettled', true],
  ])
  expect(narrative.messages[4]?.reason).toContain('`on page 9`')
})
