import type {Root} from 'hast'
import {describe, expect, test} from 'vitest'
import {placedAt} from '../../../src/document/element.ts'
import {numberBlockHeadings, numberHeadings} from '../../../src/document/headings.ts'
import {assignIds, slugOf} from '../../../src/document/ids.ts'
import {placeImages} from '../../../src/document/images.ts'
import {labelsOf} from '../../../src/document/labels.ts'
import {checkLinks} from '../../../src/document/links.ts'
import {numberNotes} from '../../../src/document/notes.ts'
import {numberBlocks} from '../../../src/document/number-blocks.ts'
import {placeDrawings} from '../../../src/document/place-drawings.ts'
import {resolveRawHtml} from '../../../src/document/raw-html.ts'
import {resolveReferences} from '../../../src/document/references.ts'
import {takeKeyMessages} from '../../../src/document/take-key-messages.ts'
import {alignTypedTables} from '../../../src/document/typed-tables.ts'
import type {Context} from '../../../src/document/context.ts'
import {htmlOf, makeHtmlTree, withoutPositions} from '../../support/html-tree.ts'

interface Case {
  readonly name: string
  readonly markdown: string
  readonly transform: (tree: Root, context: Context) => unknown
  readonly expected: string
}

const depth2 = (tree: Root, {file}: Context): void => numberHeadings(tree, {depth: 2, file})

function upToIds(tree: Root, context: Context): void {
  depth2(tree, context)
  numberBlocks([tree], context.labels)
  assignIds([tree], context.file)
}

const cases: readonly Case[] = [
  {
    name: 'numberHeadings: levels, numbers, suffixes',
    markdown: '## A {#a}\n\n### B\n\n#### C\n\n## D {.unnumbered}\n\n### E\n\n## *F* {#f .unnumbered}\n\n## G',
    transform: depth2,
    expected:
      '<h2 id="a"><span class="section-number">1</span> <span class="heading-text">A</span></h2>' +
      '<h3><span class="section-number">1.1</span> <span class="heading-text">B</span></h3>' +
      '<h4 class="unnumbered"><span class="heading-text">C</span></h4>' +
      '<h2 class="unnumbered"><span class="heading-text">D</span></h2>' +
      '<h3 class="unnumbered"><span class="heading-text">E</span></h3>' +
      '<h2 id="f" class="unnumbered"><span class="heading-text"><em>F</em></span></h2>' +
      '<h2><span class="section-number">2</span> <span class="heading-text">G</span></h2>',
  },
  {
    name: 'numberHeadings: a skipped level is closed',
    markdown: '# A\n\n### B\n\n### C\n\n## D',
    transform: depth2,
    expected:
      '<h2><span class="section-number">1</span> <span class="heading-text">A</span></h2>' +
      '<h3><span class="section-number">1.1</span> <span class="heading-text">B</span></h3>' +
      '<h3><span class="section-number">1.2</span> <span class="heading-text">C</span></h3>' +
      '<h3><span class="section-number">1.3</span> <span class="heading-text">D</span></h3>',
  },
  {
    name: 'numberBlockHeadings',
    markdown: '# A {#a}\n\n## B',
    transform: (tree) => numberBlockHeadings(tree),
    expected:
      '<h3 id="a" class="unnumbered"><span class="heading-text">A</span></h3>' +
      '<h3 class="unnumbered"><span class="heading-text">B</span></h3>',
  },
  {
    name: 'numberBlocks: each kind in its own row, labels of their own',
    markdown: '::::box[A]\n:::box[B]\n:::\n::::\n\n:::recommendation[C]\n:::',
    transform: (tree) => numberBlocks([tree], {...labelsOf('en'), box: 'Kasten'}),
    expected:
      '<aside class="box box-note"><p class="box-title"><span class="label">Kasten 1</span> <span class="box-heading">A</span></p>' +
      '<aside class="box box-note"><p class="box-title"><span class="label">Kasten 2</span> <span class="box-heading">B</span></p></aside></aside>' +
      '<div class="recommendation"><p class="recommendation-title"><span class="label">Recommendation 1</span> <span class="headline">C</span></p></div>',
  },
  {
    name: 'assignIds: slugs avoid those given, those before and those reserved',
    markdown: '# A b\n\n# A b\n\n# X {#a-b-2}\n\n# Notes\n\n# ?!',
    transform: (tree, context) => {
      numberHeadings(tree, {depth: 0, file: context.file})
      assignIds([tree], context.file)
    },
    expected: ['a-b', 'a-b-3', 'a-b-2', 'notes-2', 'section']
      .map(
        (id, index) =>
          `<h2 id="${id}" class="unnumbered"><span class="heading-text">${['A b', 'A b', 'X', 'Notes', '?!'][index]}</span></h2>`,
      )
      .join(''),
  },
  {
    name: 'placeDrawings',
    markdown: '::chart[A]{#fig-a spec="a" alt="a"}',
    transform: (tree) => placeDrawings([tree]),
    expected:
      '<figure id="fig-a" class="figure chart-figure"><figcaption><p class="label"></p><p class="headline">A</p></figcaption>' +
      '<div class="chart" data-chart="fig-a"></div></figure>',
  },
  {
    name: 'resolveReferences',
    markdown: '# Ä [l](#b)[^a] {#ä .unnumbered}\n\n[](#ä) [own](#ä) [](#b)\n\n:::box[B]{#b}\n:::\n\n[^a]: A',
    transform: (tree, context) => {
      upToIds(tree, context)
      resolveReferences([tree], context)
    },
    expected:
      '<h2 id="ä" class="unnumbered"><span class="heading-text">Ä <a href="#b">l</a><sup class="note-call"></sup></span></h2>' +
      '<p><a class="reference" href="#ä">“Ä l”</a> <a href="#ä">own</a> <a class="reference" href="#b">Box 1</a></p>' +
      '<aside id="b" class="box box-note"><p class="box-title"><span class="label">Box 1</span> <span class="box-heading">B</span></p></aside>',
  },
  {
    name: 'checkLinks',
    markdown: '[a](https://x.org) [b](mailto:a@x.org) [c](tel:+1) [d](data/a:b.csv) [e](#f) [g](vbscript:x)',
    transform: (tree, {file}) => checkLinks([tree], file),
    expected:
      '<p><a href="https://x.org">a</a> <a href="mailto:a@x.org">b</a> <a href="tel:+1">c</a> ' +
      '<a href="data/a:b.csv">d</a> <a href="#f">e</a> <a>g</a></p>',
  },
  {
    name: 'placeImages',
    markdown: '![a](./x/../a.png) ![b](../b.png)',
    transform: (tree, {file}) => placeImages([tree], {known: new Set(['a.png']), file}),
    expected: '<p><img src="a.png" alt="a"> <img alt="b"></p>',
  },
  {
    name: 'numberNotes',
    markdown: 'A[^b][^a] [^b]\n\n[^a]: A\n\n[^b]: B',
    transform: (tree, {file, notes}) => numberNotes([tree], {definitions: definitionsOf(notes), file}),
    expected:
      '<p>A<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup>' +
      '<sup class="note-call"><span class="note-separator">, </span><a id="call-2" href="#note-2">2</a></sup> ' +
      '<sup class="note-call"><a id="call-1-2" href="#note-1">1</a></sup></p>',
  },
  {
    name: 'takeKeyMessages',
    markdown: 'A\n\n:::key-messages\n- B\n:::\n\nC',
    transform: (tree, {file}) => takeKeyMessages(tree, file),
    expected: '<p>A</p><p>C</p>',
  },
  {
    name: 'alignTypedTables',
    markdown: '| A | B | C |\n|---|---|--:|\n| 1 | [z] | a |\n| x | $1,000.5 | b |',
    transform: (tree) => alignTypedTables([tree]),
    expected:
      '<table><thead><tr><th scope="col">A</th><th scope="col" class="num">B</th><th scope="col" class="num">C</th></tr></thead>' +
      '<tbody><tr><th scope="row">1</th><td class="num">[z]</td><td class="num">a</td></tr>' +
      '<tr><th scope="row">x</th><td class="num">$1,000.5</td><td class="num">b</td></tr></tbody></table>',
  },
  {
    name: 'resolveRawHtml: keeps what is allowed, and what the program made',
    markdown:
      'H<sub>*2*</sub>O <b class="x">b</b> <blink>c</blink><br>\n\n<details open>\n<summary>S</summary>\n\n:::box[B]{#b}\n:::\n\n</details>\n\n<!-- a\n\nb -->\n\n<h2>No</h2>',
    transform: (tree, {file}) => resolveRawHtml([tree], file),
    expected:
      '<p>H<sub><em>2</em></sub>O <b>b</b> c<br></p><details open><summary>S</summary>' +
      '<aside id="b" class="box box-note"><p class="box-title"><span class="label"></span> <span class="box-heading">B</span></p></aside>' +
      '</details>No',
  },
  {
    name: 'resolveRawHtml: nothing that runs or loads, and nothing beyond its own block',
    markdown:
      'a <script>alert(1)</script><img src=x onerror=y><svg onload=x></svg>\n\n- <b>open\n- b\n\n<iframe src="//x"></iframe>\n\n<style>p{}</style>\n\nlast',
    transform: (tree, {file}) => resolveRawHtml([tree], file),
    expected: '<p>a <img src="x"></p><ul><li><b>open</b></li><li>b</li></ul><p>last</p>',
  },
]

describe.each(cases)('$name', ({markdown, transform, expected}) => {
  test('with positions', async () => {
    const {tree, context} = makeHtmlTree(markdown, {charts: {a: {}}})
    await transform(tree, context)
    expect(htmlOf(tree)).toBe(expected)
  })

  test('without positions', async () => {
    const {tree, context} = makeHtmlTree(markdown, {charts: {a: {}}})
    withoutPositions(tree)
    await transform(tree, context)
    expect(htmlOf(tree)).toBe(expected)
  })
})

test('slugs keep letters of every script and nothing else', () => {
  expect(slugOf('Wo es „weh“ tut: 2021–22')).toBe('wo-es-weh-tut-2021-22')
  expect(slugOf('صوبہ سندھ')).toBe('صوبہ-سندھ')
  expect(slugOf('e\u0301tat')).toBe('\u00e9tat')
})

test('labels fall back to the parent language, then to English', () => {
  expect(labelsOf('en-GB').table).toBe('Table')
  expect(labelsOf('tlh').section).toBe('Section')
})

function definitionsOf(notes: Context['notes']): Parameters<typeof numberNotes>[1]['definitions'] {
  const content = (): Root => placedAt({type: 'root', children: []}, undefined)
  return new Map([...notes].map(([id, label]) => [id, {label, content: content(), position: undefined}]))
}
