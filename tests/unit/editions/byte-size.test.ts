import {expect, test} from 'vitest'
import {formatBytes} from '../../../src/editions/byte-size.ts'
import {wordsOf} from '../../../src/editions/words.ts'

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [1234, '1.2 kB'],
  [12_345, '12 kB'],
  [999_950, '1.0 MB'],
  [3_400_000, '3.4 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes, wordsOf('en'))).toBe(text)
})

test('sizes in French', () => {
  expect(formatBytes(1234, wordsOf('fr'))).toBe('1,2 ko')
})
