import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {checkOutputs} from '../../../src/links/check-outputs.ts'
import {readPage} from '../../../src/links/read-page.ts'
import {makeDocument, parse} from '../editions/sample-edition.ts'

test('links to files and places that are there are right', () => {
  expect(
    told('<i id="a"></i><a href="#a">x</a><a href="data/my%20rain.csv">x</a><a href="./">x</a><a href="?x#a">x</a>'),
  ).toEqual([[], []])
})

test('links that leave the folder are not known here', () => {
  expect(
    told('<a href="../other/">x</a><a href="/about">x</a><a href="https://x.org/#y">x</a><a href="mailto:a@b">x</a>'),
  ).toEqual([[], []])
})

test('a link of the author that leads nowhere is told where it stands', () => {
  const [narrative, shell] = told('<a href="data/rain.csv">x</a>', '<a href="data/rain.csv">x</a>')
  expect(narrative).toEqual([
    expect.stringContaining('Unexpected link to `data/rain.csv`, expected `data/my rain.csv`'),
  ])
  expect(shell).toEqual([])
})

test('a link of the template that leads nowhere is told at the template', () => {
  const [narrative, shell] = told('<a href="#end-nothing">x</a><img src="logo.png"><button popovertarget="note-3">')
  expect(narrative).toEqual([])
  expect(shell).toEqual(
    ['#end-nothing', 'logo.png', '#note-3'].map((one) => expect.stringContaining(`\`${one}\``) as string),
  )
})

test('every page of the folder is checked, each against its own places', () => {
  const [, shell] = told('<i id="a"></i>', '', {
    path: 'rain.html',
    content: '<a href="#a">x</a><a href="index.html#b">',
  })
  expect(shell).toEqual([expect.stringContaining('`#a`')])
})

test('reads tags and not what looks like them', () => {
  const page = readPage('<p title="<a href=&quot;x&quot;>" id="a&#x26;b">href="y"</p><a href="a&amp;b">')
  expect([...page.ids]).toEqual(['a&b'])
  expect(page.addresses).toEqual(['a&b'])
})

function told(html: string, body = '', more?: {path: string; content: string}): [string[], string[]] {
  const narrative = new VFile({path: 'content/b/brief.md'})
  const shell = new VFile({path: 'templates/t/web.hbs'})
  const tree = parse(body)
  // The parser of raw HTML gives no places.
  for (const child of tree.children) child.position = {start: {line: 3, column: 1}, end: {line: 3, column: 9}}
  const outputs = [
    {path: 'index.html', content: html},
    {path: 'data/my rain.csv', content: ''},
    ...(more ? [more] : []),
  ]
  checkOutputs({document: makeDocument({body: tree}), outputs, narrative, shell})
  return [narrative.messages.map(({reason}) => reason), shell.messages.map(({reason}) => reason)]
}
