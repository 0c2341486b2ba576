import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {merge} from '../../../src/merge/merge.ts'
import type {Brief} from '../../../src/model/brief.ts'
import type {Table} from '../../../src/model/data.ts'
import {briefOf, said} from '../values/brief-of.ts'
import {attacks, frontMatter, valuesOf} from './merge-one.ts'

const head = '---\ntitle: The *title*\nsubtitle: "Rise of {{x}}"\n---\n'
const values = valuesOf({x: '*52*', n: 3})

function narrated(body: string, more: Partial<Brief> = {}): Brief {
  const narrative = new VFile({path: 'brief.md', value: head + body})
  const at: Brief['at'] = ([name]) => (name === 'subtitle' ? {line: 3, column: 11} : {line: 1, column: 1})
  return {...briefOf({}), frontMatter, narrative, body, bodyLine: 5, at, ...more}
}

test('keeps a brief without expressions as it is', async () => {
  const brief = narrated('Body.\n\nMore.')
  const merged = await merge(brief, values)
  expect(merged.markdown).toBe('Body.\n\nMore.')
  expect(merged.placeOf(7)).toEqual({line: 7, column: 1})
  expect(merged.frontMatter).toBe(frontMatter)
})

test('merges the body and says where its characters come from', async () => {
  const merged = await merge(narrated('A {{x}} b\nc {{n}} d'), values)
  expect(merged.markdown).toBe('A &#42;52&#42; b\nc 3 d')
  expect(merged.placeOf(merged.markdown.indexOf('d'))).toEqual({line: 6, column: 9})
  expect(merged.placeOf(merged.markdown.indexOf('52'))).toEqual({line: 5, column: 3})
})

test('merges the front matter first, Markdown escaped and the rest plain', async () => {
  const authors = [{name: 'N {{x}}', bio: 'B {{x}}'}]
  const own = {...frontMatter, subtitle: 'Rise of {{x}}', shortTitle: 'S {{x}}', authors, keywords: ['{{n}}']}
  const merged = await merge(narrated('{{meta.subtitle}} {{meta.shortTitle}}', {frontMatter: own}), values)
  expect(merged.frontMatter).toEqual({
    ...frontMatter,
    subtitle: 'Rise of &#42;52&#42;',
    shortTitle: 'S *52*',
    authors: [{name: 'N *52*', bio: 'B &#42;52&#42;'}],
    keywords: ['3'],
  })
  expect(merged.markdown).toBe('Rise of &#42;52&#42; S &#42;52&#42;')
})

test('merges chart specs: captions as Markdown, the rest plain', async () => {
  const spec = {
    title: {text: ['T {{x}}'], subtitle: 'S {{x}}'},
    description: 'D {{x}}',
    usermeta: {note: 'N {{x}}'},
    layer: [{mark: 'bar', encoding: {y: {title: 'Y {{x}}'}}}],
  }
  const file = new VFile({path: 'charts/a.vl.json', value: JSON.stringify(spec)})
  const merged = await merge(narrated('', {charts: new Map([['a', {file, spec}]])}), values)
  expect(merged.charts.get('a')?.spec).toEqual({
    title: {text: ['T &#42;52&#42;'], subtitle: 'S &#42;52&#42;'},
    description: 'D *52*',
    usermeta: {note: 'N &#42;52&#42;'},
    layer: [{mark: 'bar', encoding: {y: {title: 'Y *52*'}}}],
  })
})

test('merges the titles of tables and columns', async () => {
  const [first, ...fields] = attacks.fields
  const table: Table = {
    ...attacks,
    title: 'T {{n}}',
    description: 'D {{n}}',
    fields: [
      {name: 'region', type: 'string', ...first, title: 'F {{x}}', group: 'G {{x}}', description: 'd {{x}}'},
      ...fields,
    ],
  }
  const merged = await merge(narrated(''), {...values, tables: new Map([['attacks', table]])})
  const result = merged.tables.get('attacks')
  expect([result?.title, result?.description]).toEqual(['T 3', 'D 3'])
  expect(result?.fields[0]).toEqual({
    name: 'region',
    type: 'string',
    title: 'F &#42;52&#42;',
    group: 'G &#42;52&#42;',
    description: 'd *52*',
  })
  expect(result?.rows).toBe(table.rows)
})

test('leaves each mistake on the file and line that it stands in', async () => {
  const spec = {title: 'T {{y}}', description: 'D'}
  const chart = new VFile({path: 'charts/a.vl.json', value: JSON.stringify(spec, undefined, 2)})
  const valuesFile = new VFile({path: 'values.yaml', value: 'views:\n  attacks:\n    title: A {{y}}\n'})
  const views = new Map([['attacks', {name: 'attacks', place: {line: 2, column: 3}, sql: '', fields: {}}]])
  const brief = narrated('A\n{{y}}', {
    frontMatter: {...frontMatter, subtitle: 'Rise of {{y}}'},
    narrative: new VFile({path: 'brief.md', value: `${head.replace('{{x}}', '{{y}}')}A\n{{y}}`}),
    charts: new Map([['a', {file: chart, spec}]]),
    definitions: {file: valuesFile, values: new Map(), views},
  })
  await merge(brief, {...values, tables: new Map([['attacks', {...attacks, title: 'A {{y}}'}]])})
  expect(said(brief.narrative)).toEqual(['3 merge-unknown-name', '6 merge-unknown-name'])
  expect(said(chart)).toEqual(['2 merge-unknown-name'])
  expect(said(valuesFile)).toEqual(['3 merge-unknown-name'])
})
