import {expect, it} from 'vitest'
import {readProject} from '../../support/read-project.ts'

const data = {
  'data/b/counts.csv': 'name,n\na,7\nb,12\n',
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [{name: 'counts', path: 'counts.csv', schema: {fields: [{name: 'name'}, {name: 'n', type: 'integer'}]}}],
  }),
  'content/b/brief.md': `---
title: T
---

Of {{few}} and {{many}}, {{format many "words"}}; {{size 3}}, {{size 15}}, {{size 30}}; {{size 30 sharply=50}}.
`,
}

const values = `values:
  few: {cell: counts.n, where: {name: a}}
  many: {cell: counts.n, where: {name: b}}
`

it.each([
  ['', '7 and 12, 12; slightly, markedly, sharply; markedly.'],
  [
    'style: {words-below: 13, slightly: 2, sharply: 15}\n',
    'seven and twelve, twelve; markedly, sharply, sharply; markedly.',
  ],
  ['style: {slightly: 20}\n', '7 and 12, 12; slightly, slightly, sharply; markedly.'],
])('is that of the brief: %s', async (style, expected) => {
  const {merged} = await readProject({...data, 'data/b/values.yaml': `${style}${values}`})
  expect(merged.markdown).toContain(expected)
})
