import {describe, expect, it} from 'vitest'
import {composeBrief} from '../../../src/compose-brief.ts'
import {createNoCache} from '../../../src/effects/cache.ts'
import type {Effects} from '../../../src/effects/effects.ts'
import {createFiles} from '../../../src/effects/files.ts'
import {maybeDescribe} from '../../../src/preview/describe-value.ts'
import {markValues} from '../../../src/preview/mark-values.ts'
import {renderContent} from '../../../src/editions/render-content.ts'
import {makeProject} from '../../support/temp-project.ts'

const fields = '[{"name": "year", "type": "year", "title": "Year"}, {"name": "mm", "type": "integer", "title": "Rain"}]'
const narrative = `---
title: Rain
---

{{most}}, {{total}}, {{wettest}}, {{cell "rain" row="2024" column="mm"}}, {{words 5}}.
`
const values = `values:
  most:
    max: rain.mm
    where: {year: [2024, 2025]}
  total: {sum: rain.mm, format: integer}
  wettest: {sql: SELECT year FROM rain ORDER BY mm DESC LIMIT 1}
`

async function compose() {
  await using project = await makeProject({
    'content/b/brief.md': narrative,
    'data/b/values.yaml': values,
    'data/b/datapackage.json': `{"resources": [{"name": "rain", "path": "rain.csv", "schema": {"fields": ${fields}}}]}`,
    'data/b/rain.csv': `year,mm\n2023,41\n2024,38\n2025,57\n`,
  })
  const files = createFiles({project: project.path})
  const effects = {
    files,
    cache: createNoCache(),
    stages: {begin: () => undefined, timings: () => ({})},
  } as unknown as Effects
  const config = {
    project: project.path,
    output: '',
    briefs: [],
    editions: [],
    browser: undefined,
    browserTimeout: undefined,
  }
  return await composeBrief('b', {...config, strict: false, silence: {}, cache: false}, effects)
}

const composed = await compose()
const [most, total, wettest, cell, name] = composed.document.printed.map((_, number) => maybeDescribe(number, composed))

describe('maybeDescribe', () => {
  it('gives the definition of a value as it is written, and the rows that it reads', () => {
    expect(most).toMatchObject({
      title: 'most',
      text: '57',
      definition: {where: 'data/b/values.yaml:2', text: 'most:\n  max: rain.mm\n  where: {year: [2024, 2025]}'},
      rows: {
        table: 'rain',
        columns: ['Year', 'Rain'],
        rows: [
          ['2024', '38'],
          ['2025', '57'],
        ],
        more: 0,
      },
    })
    expect(total).toMatchObject({
      facts: [
        ['Value', '136'],
        ['Format', 'integer'],
      ],
      rows: {rows: {length: 3}},
    })
  })

  it('gives the table that a query reads', () => {
    expect(wettest?.definition?.text).toBe('wettest: {sql: SELECT year FROM rain ORDER BY mm DESC LIMIT 1}')
    expect(wettest?.rows?.rows).toHaveLength(3)
  })

  it('gives the row of a cell, and where a name is written', () => {
    expect(cell).toMatchObject({text: '38', rows: {rows: [['2024', '38']]}})
    expect(name).toMatchObject({
      title: 'Typed in an expression',
      text: 'five',
      facts: [['Written in', 'content/b/brief.md:5']],
    })
    expect(maybeDescribe(99, composed)).toBeUndefined()
  })
})

describe('markValues', () => {
  it('marks what was printed so that editions keep it, and changes nothing of the document', () => {
    const before = structuredClone(composed.document)
    const marked = renderContent(markValues(composed.document).body.children as never, [])
    expect(marked).toContain('<span data-value="0">57</span>, <span data-value="1">136</span>')
    expect(composed.document).toEqual(before)
    expect(renderContent(composed.document.body.children as never, [])).not.toContain('data-')
  })
})
