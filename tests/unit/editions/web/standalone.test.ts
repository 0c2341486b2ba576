import {expect, test} from 'vitest'
import {embedFiles} from '../../../../src/editions/web/standalone.ts'

const files = [
  {path: 'assets/brief.css', content: '@font-face{src: url("fonts/a.woff2")}'},
  {path: 'assets/fonts/a.woff2', content: new Uint8Array([1])},
  {path: 'data/my rain.csv', content: 'mm\r\n'},
]

test('styles with their fonts, images and downloads come inside', () => {
  expect(embedFiles('<link rel="stylesheet" href="assets/brief.css">', files)).toBe(
    '<style>\n@font-face{src: url("data:font/woff2;base64,AQ==")}\n</style>',
  )
  expect(embedFiles('<a href="data/my%20rain.csv" title="a > b" download>x</a>', files)).toBe(
    `<a href="data:text/csv;base64,${btoa('mm\r\n')}" title="a > b" download="my rain.csv">x</a>`,
  )
})

test('what leads elsewhere stays', () => {
  const html = '<link rel="icon" href="data:,"><a href="#data">x</a><a href="https://example.org/">y</a>'
  expect(embedFiles(html, files)).toBe(html)
})
