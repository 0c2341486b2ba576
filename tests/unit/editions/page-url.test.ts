import {expect, test} from 'vitest'
import {maybePageUrl} from '../../../src/editions/page-url.ts'

test.each([
  [{name: 'rain'}, undefined, undefined],
  [{name: 'rain & co'}, 'https://example.org/x/', 'https://example.org/x/rain%20%26%20co/'],
  [{name: 'rain', url: 'https://example.org/briefs/07'}, 'https://other.org/', 'https://example.org/briefs/07/'],
  [{name: 'rain', url: 'https://example.org/07/index.html'}, undefined, 'https://example.org/07/index.html'],
  [{name: 'rain', url: 'no address'}, 'https://example.org/', 'https://example.org/rain/'],
])('%o below %s', (brief, baseUrl, address) => {
  expect(maybePageUrl(brief, {baseUrl})).toBe(address)
})
