import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {AuthorError, assertNoErrors} from '../../../src/messages/message.ts'
import type {Sources} from '../../../src/model/sources.ts'
import {filesOf, validateBrief} from '../../../src/sources/validate-brief.ts'
import {told} from '../../support/told.ts'

function makeSources(changes: Partial<Sources> = {}): Sources {
  return {
    name: 'b',
    narrative: new VFile({path: 'content/b/brief.md', value: '---\ntitle: A\n---\nText\n'}),
    package: undefined,
    values: undefined,
    data: new Map(),
    charts: new Map(),
    images: new Map(),
    ...changes,
  }
}

describe('validateBrief', () => {
  it('takes a narrative alone', async () => {
    const sources = makeSources()
    const brief = await validateBrief(sources)
    expect(brief).toMatchObject({name: 'b', body: 'Text\n', bodyLine: 4, data: undefined, frontMatter: {title: 'A'}})
    expect(brief.at(['title'])).toMatchObject({line: 2, column: 8})
    expect(brief.definitions).toEqual({file: undefined, values: new Map(), views: new Map()})
    assertNoErrors(filesOf(sources))
  })

  it('reads chart specs, and reports those that are none', async () => {
    const spec = (value: string) => new VFile({path: 'content/b/charts/x.vl.json', value})
    const charts = new Map([
      ['good', spec('{"mark": "bar"}')],
      ['list', spec('[]')],
      ['broken', spec('{\n "mark": bar\n}')],
    ])
    const brief = await validateBrief(makeSources({charts}))
    expect([...brief.charts.keys()]).toEqual(['good'])
    expect(brief.charts.get('good')?.spec).toEqual({mark: 'bar'})
    expect(told(charts.get('list'))).toEqual([
      '1:1 shape-wrong-type Unexpected list, expected a Vega-Lite spec in braces `{}`',
    ])
    expect(told(charts.get('broken'))).toEqual([expect.stringContaining('2:10 source-json-syntax Unexpected `b`')])
  })

  it('reports data that no package describes', async () => {
    const data = new Map([
      ['a.csv', new VFile({path: 'data/b/a.csv', value: new Uint8Array()})],
      ['README.md', new VFile({path: 'data/b/README.md', value: new Uint8Array()})],
    ])
    const sources = makeSources({data})
    await validateBrief(sources)
    expect(told(data.get('a.csv'))).toEqual([
      '- package-missing Unexpected data file without a description, expected the file `data/b/datapackage.json`',
    ])
    expect(told(data.get('README.md'))).toEqual([])
  })

  it('gathers the mistakes of all files', async () => {
    const sources = makeSources({
      narrative: new VFile({path: 'content/b/brief.md', value: 'no front matter'}),
      values: new VFile({path: 'data/b/values.yaml', value: 'values: 5'}),
      package: new VFile({path: 'data/b/datapackage.json', value: '{}'}),
      charts: new Map([['x', new VFile({path: 'content/b/charts/x.vl.json', value: ''})]]),
    })
    await validateBrief(sources)
    const files = filesOf(sources)
    expect(files.filter((file) => file.messages.length > 0)).toHaveLength(4)
    expect(() => assertNoErrors(files)).toThrow(AuthorError)
  })
})
