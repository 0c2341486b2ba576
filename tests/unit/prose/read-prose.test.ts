import {expect, test} from 'vitest'
import {locate, locateStart} from '../../../src/prose/locate.ts'
import type {Passage} from '../../../src/prose/passage.ts'
import {readProse} from '../../../src/prose/read-prose.ts'
import {readProject} from '../../support/read-project.ts'

const narrative = `---
title: "Rain of {{most}} mm"
abstract: >-
  It rained {{most}} mm
  in 2025.
---

:::key-messages

- Most came in {{wettest-year}}.

:::

## Water of {{wettest-year}} {#water}

The year
brought **{{most}}** mm, 12 &amp; more.[^n] See [](#tab) and \`{{most}}\`. The
last *line* has 12 again.

> Quoted {{most}}.

::table[Caption {{most}}]{#tab data="rain" subtitle="In mm"}

::chart{#fig spec="c"}

<div>Block {{most}}</div>

| A | B |
| --- | --- |
| x{{most}} | 7 |

[^n]: A note of {{format most "words"}} and 3.
`

const files = {
  'content/b/brief.md': narrative,
  'content/b/charts/c.vl.json': JSON.stringify({
    title: 'Chart {{most}}',
    description: 'Bars up to {{most}} mm.',
    data: {name: 'rain'},
    mark: 'bar',
  }),
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        title: 'Rain',
        schema: {
          fields: [
            {name: 'year', type: 'year'},
            {name: 'mm', type: 'integer', title: 'Rain', unit: 'mm'},
          ],
        },
      },
    ],
  }),
  'data/b/rain.csv': 'year,mm\n2024,5\n2025,9\n',
  'data/b/values.yaml': 'values:\n  most: {max: rain.mm}\n  wettest-year: {last: rain.year}\n',
}

const {document, merged} = await readProject(files)
const {passages, sentences} = readProse(document, 'content/b/brief.md')

/** The text with what was not typed in brackets. */
function shown({text, spans}: Passage): string {
  const cuts = spans.toSorted((a, b) => b.start - a.start)
  return cuts.reduce((so, {start, end}) => `${so.slice(0, start)}[${so.slice(start, end)}]${so.slice(end)}`, text)
}

test('gives every passage in the order of readers, with what was not typed', () => {
  expect(passages.map((passage) => `${passage.kind}: ${shown(passage)}`)).toEqual([
    'title: Rain of [9] mm',
    'abstract: It rained [9] mm in 2025.',
    'key-message: Most came in [2025].',
    'heading: Water of [2025]',
    'paragraph: The year brought [9] mm, 12 & more. See [Table 1] and [9]. The last line has 12 again.',
    'quotation: Quoted [9].',
    'caption: Caption [9]',
    'caption: In mm',
    'head: year',
    'head: Rain [(mm)]',
    'cell: [2024]',
    'cell: [5]',
    'cell: [2025]',
    'cell: [9]',
    'caption: Chart [9]',
    'alt: Bars up to [9] mm.',
    'paragraph: Block [9]',
    'head: A',
    'head: B',
    'head: x[9]',
    'cell: 7',
    'note: A note of [nine] and 3.',
  ])
})

test('says what was printed, and where', () => {
  const span = passages[4]?.spans.find(({kind}) => kind === 'printed')
  expect(span).toMatchObject({kind: 'printed', start: 17, end: 18})
  const printed = document.printed[span?.kind === 'printed' ? span.printed : -1]
  expect(printed).toMatchObject({text: '9', raw: 9, origin: {kind: 'value', name: 'most'}, path: 'content/b/brief.md'})
  expect(printed?.start).toEqual({line: 17, column: 11})
  expect(printed?.end).toEqual({line: 17, column: 19})
})

test('finds typed words again in the file, each occurrence its own', () => {
  const passage = passages[4]
  if (passage === undefined) throw new Error('no passage')
  const first = passage.text.indexOf('12')
  const second = passage.text.indexOf('12', first + 1)
  expect(locate(passage, {start: first, end: first + 2}, narrative)?.start).toEqual({line: 17, column: 26})
  expect(locate(passage, {start: second, end: second + 2}, narrative)?.start).toEqual({line: 18, column: 17})
  expect(locateStart(passage, passage.text.indexOf('The last'), narrative)).toEqual({line: 17, column: 74})
})

test('knows the file of a text from a chart, and the section that each belongs to', () => {
  const chart = passages.filter(({text}) => /^(?:Chart|Bars)/.test(text))
  expect(chart.map(({path, inside}) => [path, inside])).toEqual([
    ['content/b/charts/c.vl.json', 'fig'],
    ['content/b/charts/c.vl.json', 'fig'],
  ])
  expect(passages.map(({inside}) => inside)).toEqual([
    ...Array.from({length: 3}, () => undefined),
    ...Array.from({length: 3}, () => 'water'),
    ...Array.from({length: 8}, () => 'tab'),
    ...Array.from({length: 2}, () => 'fig'),
    ...Array.from({length: 5}, () => 'water'),
    'note-1',
  ])
})

test('splits passages into sentences', () => {
  expect(sentences.filter(({passage}) => passage === passages[4]).map(({text}) => text)).toEqual([
    'The year brought 9 mm, 12 & more.',
    'See Table 1 and 9.',
    'The last line has 12 again.',
  ])
  expect(passages[4]?.calls).toEqual([{at: 33, note: 1}])
})

test('keeps marks out of everything that is printed elsewhere', () => {
  const strings = JSON.stringify([document.frontMatter, document.texts, document.contents, document.recommendations])
  expect(strings).not.toMatch(/[\uFDD0-\uFDEF]/)
  expect(JSON.stringify([[...merged.charts], [...merged.tables], merged.frontMatter])).not.toMatch(/[\uFDD0-\uFDEF]/)
  expect(merged.markdown).not.toMatch(/[\uFDD0-\uFDEF]/)
})
