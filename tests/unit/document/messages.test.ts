import {expect, test} from 'vitest'
import {toDocument} from '../../../src/document/to-document.ts'
import {makeMerged, makeTable, messagesOf, type MergedOptions} from '../../support/make-merged.ts'
import * as directives from '../../../src/messages/directives.ts'
import * as messages from '../../../src/messages/document.ts'

interface Case {
  readonly markdown: string
  readonly options?: MergedOptions
  /** `line:column id` */
  readonly expected: readonly string[]
  readonly reason?: string
}

const charts = {regions: {description: 'd'}, plain: {}}
const tables = [makeTable('attacks', {region: {}, killed: {type: 'integer'}}, [{region: 'Sindh', killed: 1}])]
const note = '\n\n[^a]: A'

const cases: readonly Case[] = [
  {
    markdown: 'x\n\n::chrat',
    expected: ['3:1 document-directive-unknown'],
    reason: 'Unexpected directive `chrat`, expected `chart`',
  },
  {markdown: ':::chart[H]{spec="regions"}\n:::', options: {charts}, expected: ['1:1 document-directive-form']},
  {markdown: '::box[T]', expected: ['1:1 document-directive-form']},
  {markdown: 'x\n\n::: box', expected: ['3:1 document-directive-malformed']},
  // The line that closes what was never opened is no second mistake.
  {
    markdown: '::: box\nText\n\n:::\n\n:::',
    expected: ['1:1 document-directive-malformed', '6:1 document-directive-malformed'],
  },
  {
    markdown: ':chart[H]{spec="regions"}\n\n> :key-messages\n\nat 10:30\n:smile :box[x] and :table tennis',
    expected: ['1:1 document-directive-form', '3:3 document-directive-form'],
    reason: 'Unexpected `:chart`, expected `::chart`',
  },
  {
    markdown: ':table[H]',
    expected: ['1:1 document-directive-form'],
    reason: 'Unexpected `:table`, expected `::table` or `:::table`',
  },
  {markdown: '::abbreviations', expected: ['1:1 document-listing-empty']},
  {markdown: '::data-sources', expected: ['1:1 document-listing-empty']},
  {markdown: ':::key-messages\nText\n:::', expected: ['1:1 document-key-messages-list']},
  {markdown: `x\n\n${'>'.repeat(3000)} a`, expected: ['3:1 document-too-deep']},
  {
    markdown: Array.from({length: 300}, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n\n'),
    expected: ['201:1 document-too-deep'],
  },
  {markdown: `- a\n${'  - b\n'.repeat(300)}  \n  \nc\n\n    - code`, expected: []},
  {markdown: `${'- '.repeat(101)}a`, expected: ['1:1 document-too-deep']},
  {markdown: `${'*a **b '.repeat(60)}${' b** a*'.repeat(60)}`, expected: ['1:354 document-too-deep']},
  {markdown: `x ${'<b>'.repeat(3000)}`, expected: ['1:303 document-too-deep']},
  {markdown: '::box{', expected: ['1:1 document-directive-malformed']},
  {markdown: '- a\n\n  ::chart[A{spec="regions"}', expected: ['3:3 document-directive-malformed']},
  {markdown: ':::box[T]\nText', expected: ['1:1 document-directive-unclosed']},
  {
    markdown: '::chart[H]{spec="regions" sub="x"}',
    options: {charts},
    expected: ['1:1 document-attribute-unknown'],
  },
  {markdown: '::chart[H]', expected: ['1:1 document-attribute-missing']},
  {
    markdown: ':::box[T]{kind="methods"}\n:::',
    expected: ['1:1 document-attribute-value'],
    reason: 'Unexpected `kind="methods"`, expected `method`',
  },
  {markdown: '::table{data="attacks" total="first"}', options: {tables}, expected: ['1:1 document-attribute-value']},
  {markdown: ':::box\nText\n:::', expected: ['1:1 document-label-missing']},
  {markdown: ':::key-messages[Title]\n- a\n:::', expected: ['1:1 document-label-unexpected']},
  {markdown: ':::key-messages\n- a\n:::\n\n:::key-messages\n- b\n:::', expected: ['5:1 document-key-messages-twice']},
  {
    markdown: '::chart{#fig-a spec="region"}\n\n[](#fig-a)',
    options: {charts},
    expected: ['1:1 document-chart-unknown'],
    reason: 'Unexpected chart `region`, expected `regions`',
  },
  {markdown: '::chart{spec="plain"}', options: {charts}, expected: ['1:1 document-chart-without-alt']},
  {markdown: '::image{src="a.png"}', options: {images: ['a.png']}, expected: ['1:1 document-image-without-alt']},
  {markdown: 'An ![](a.png)', options: {images: ['a.png']}, expected: ['1:4 document-image-without-alt']},
  {markdown: 'x ![alt](b.png)', options: {images: ['a.png']}, expected: ['1:3 document-image-missing']},
  {markdown: 'x ![alt](doc.pdf)', expected: ['1:3 document-image-kind']},
  ...['../a.png', 'x/../../a.png', '/a.png', 'https://x.org/a.png', 'C:/a.png', '//x.org/a.png', 'file:a.png'].map(
    (src) => ({
      markdown: `::image{src="${src}" alt="x"}`,
      options: {images: ['a.png']},
      expected: ['1:1 document-image-outside'],
    }),
  ),
  {markdown: '::table{data="attack"}', options: {tables}, expected: ['1:1 document-table-unknown']},
  {
    markdown: '::table{data="attacks" columns="region,kill"}',
    options: {tables},
    expected: ['1:1 document-column-unknown'],
  },
  {markdown: '::table{data="attacks" rowhead="regio"}', options: {tables}, expected: ['1:1 document-attribute-value']},
  {
    markdown: '::table{data="attacks" columns="killed" rowhead="region"}',
    options: {tables},
    expected: ['1:1 document-attribute-value'],
    reason: 'Unexpected `rowhead="region"`, expected `killed`',
  },
  {
    markdown: `x[^a]\n\n::table{data="attacks" calls="Sind/killed=a"}${note}`,
    options: {tables},
    expected: ['3:1 document-row-unknown'],
  },
  {
    markdown: `x[^a]\n\n::table{data="attacks" calls="Sindh/kiled=a"}${note}`,
    options: {tables},
    expected: ['3:1 document-column-unknown'],
  },
  {
    markdown: `x[^a]\n\n::table{data="attacks" calls="Sindh=a"}${note}`,
    options: {tables},
    expected: ['3:1 document-calls-malformed'],
  },
  {
    markdown: `x[^a]\n\n::table{data="attacks" calls="Sindh/killed=b"}${note}`,
    options: {tables},
    expected: ['3:1 document-note-undefined'],
  },
  {markdown: ':::table[H]\nText\n:::', expected: ['1:1 document-table-empty']},
  {
    markdown: `One[^a] and\n> two [^karach]${note}\n\n[^karachi]: K`,
    expected: ['2:7 document-note-undefined', '6:1 document-note-unused'],
    reason: 'Unexpected note `[^karach]` without a definition, expected `[^karachi]`',
  },
  {markdown: 'x\n\n:::pull-quote{by="Me[^z]"}\nx\n:::', expected: ['3:21 document-note-undefined']},
  {
    markdown: '::image{src="a.svg" alt="A" note="See [](#x)"}',
    expected: ['1:39 document-reference-unknown', '1:1 document-image-missing'],
  },
  {
    markdown: 'Write to a@b.org.[^1] And a&#64;b.org[^2]',
    expected: ['1:18 document-note-undefined', '1:38 document-note-undefined'],
  },
  {markdown: 'a&#64;b.org and &#91;&#94;1&#93;', expected: []},
  {markdown: 'A.^[A *note* here.] B. \\^[C', expected: ['1:3 document-note-inline']},
  {markdown: 'x', options: {frontMatter: {abstract: 'x[^z]'}}, expected: ['1:1 document-note-undefined']},
  {markdown: `x[^a]${note}\n\n[^a]: B`, expected: ['5:1 document-note-twice']},
  {markdown: `x${note}`, expected: ['3:1 document-note-unused']},
  {markdown: `[x[^a]](https://x.org)${note}`, expected: ['1:3 document-note-in-link']},
  {markdown: '# A\n\n### B\n\n### C', expected: ['3:1 document-heading-skip', '5:1 document-heading-skip']},
  {markdown: '# A {.numbered}', expected: ['1:1 document-heading-class']},
  {
    markdown: '# A {a}\n\n## B \\{b}\n\n## C &#123;#c&#125;',
    expected: ['1:1 document-heading-class'],
    reason: 'Unexpected `a` after a heading, expected `{#id}`, `{.unnumbered}` or `{#id .unnumbered}`',
  },
  {
    markdown: '# A {#a-b}\n\n[](a-b), [text](a-b), [text](a.html)',
    expected: ['3:1 document-reference-form', '3:10 document-reference-form'],
    reason: 'Unexpected link to `a-b`, expected `#a-b`',
  },
  {markdown: '# A {#a}\n\n:::box[B]{#a}\n:::', expected: ['3:1 document-id-twice']},
  {markdown: '# A {#note-3}', expected: ['1:1 document-id-reserved']},
  {
    markdown: '# A {#annex}\n\nSee [](#anex) or [that](#x-y-z).',
    expected: ['3:5 document-reference-unknown', '3:18 document-reference-unknown'],
    reason: 'Unexpected reference to `#anex`, expected `annex`',
  },
  ...['javascript:alert(1)', 'JaVa&#x9;Script:alert(1)', 'data:text/html,x', '//x.org', 'file:///etc'].map((url) => ({
    markdown: `[x](${url})`,
    expected: ['1:1 document-link-scheme'],
  })),
  {
    markdown: 'a <blink>b</blink>',
    expected: ['1:3 document-html-dropped'],
    reason: 'Unexpected HTML element `blink`, expected Markdown or an element that is allowed',
  },
  {markdown: 'a <b onclick="x()">b</b>', expected: ['1:3 document-html-attribute-dropped']},
]

test.each(cases)('$expected: $markdown', async ({markdown, options, expected, reason}) => {
  const merged = makeMerged(markdown, options)
  await toDocument(merged)
  expect(messagesOf(merged)).toEqual(expected)
  const [first] = merged.brief.narrative.messages
  expect(first?.reason).toBe(reason ?? first?.reason)
})

test('undefined notes in a chart file are left on that file', async () => {
  const merged = makeMerged('::chart{spec="a"}', {charts: {a: {title: 'T[^z]', description: 'd'}}})
  await toDocument(merged)
  expect(messagesOf(merged)).toEqual([])
  expect(merged.charts.get('a')?.file.messages.map(({ruleId, fatal}) => [ruleId, fatal])).toEqual([
    ['document-note-undefined', true],
  ])
})

test('every message is made by some case', () => {
  const made = new Set(cases.flatMap(({expected}) => expected.map((line) => line.split(' ')[1])))
  const functions: readonly unknown[] = [...Object.values(messages), ...Object.values(directives)]
  expect(made.size).toBe(functions.length)
})
