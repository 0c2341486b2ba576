import {describe, expect, it} from 'vitest'
import {listBriefs} from '../../../src/sources/list-briefs.ts'
import {loadBrief} from '../../../src/sources/load-brief.ts'
import {memoryFiles} from '../../support/memory-files.ts'
import {told} from '../../support/told.ts'

const config = {project: '/p'}

describe('loadBrief', () => {
  it('reads everything that a brief is made of', async () => {
    const files = memoryFiles({
      '/p/content/b/brief.md': '\uFEFF---\r\ntitle: x\r\n---\r\nText\r\n',
      '/p/content/b/charts/regions.vl.json': '{}',
      '/p/content/b/charts/notes.txt': 'no',
      '/p/content/b/img/photo.png': Uint8Array.of(1, 2),
      '/p/data/b/datapackage.json': '{}',
      '/p/data/b/values.yaml': 'values:',
      '/p/data/b/raw/a.csv': 'a\n1\n',
    })
    const sources = await loadBrief('b', {config, files})
    expect(String(sources.narrative)).toBe('---\ntitle: x\n---\nText\n')
    expect(sources.narrative.path).toBe('content/b/brief.md')
    expect([...sources.charts.keys()]).toEqual(['regions'])
    expect([...sources.images.keys()]).toEqual(['img/photo.png'])
    expect(sources.images.get('img/photo.png')?.value).toEqual(Uint8Array.of(1, 2))
    expect([...sources.data.keys()]).toEqual(['raw/a.csv'])
    expect(sources.data.get('raw/a.csv')?.path).toBe('data/b/raw/a.csv')
    expect(sources.package?.path).toBe('data/b/datapackage.json')
    expect(String(sources.values)).toBe('values:')
  })

  it('is content with a narrative alone', async () => {
    const sources = await loadBrief('b', {config, files: memoryFiles({'/p/content/b/brief.md': 'x'})})
    expect(sources).toMatchObject({package: undefined, values: undefined})
    expect(sources.data.size + sources.charts.size + sources.images.size).toBe(0)
  })

  it('names the nearest brief for one that does not exist, and reads nothing by that name', async () => {
    const files = memoryFiles({'/p/content/attacks/brief.md': 'x', '/secret/brief.md': 'x'})
    expect(told((await loadBrief('atacks', {config, files})).narrative)).toEqual([
      '- source-brief-unknown Unexpected brief `atacks`, expected `attacks`',
    ])
    expect(told((await loadBrief('../../secret', {config, files})).narrative)).toEqual([
      '- source-brief-unknown Unexpected brief `../../secret`, expected `attacks`',
    ])
    expect(told((await loadBrief('x', {config, files: memoryFiles({})})).narrative)).toEqual([
      '- source-brief-unknown Unexpected brief `x`, expected a folder of that name in `content/`',
    ])
  })

  it('reports a folder without a narrative', async () => {
    const files = memoryFiles({'/p/content/b/photo.png': 'x'})
    expect(told((await loadBrief('b', {config, files})).narrative)).toEqual([
      '- source-narrative-missing Unexpected folder without a narrative, expected the file `content/b/brief.md`',
    ])
  })

  it('places the first byte that is not UTF-8', async () => {
    const latin1 = Uint8Array.from([...Buffer.from('one\nz\u00e9 caf'), 0xe9, 0x0a])
    const files = memoryFiles({
      '/p/content/b/brief.md': latin1,
      '/p/data/b/values.yaml': Buffer.from('values:\n', 'utf16le'),
      '/p/data/b/datapackage.json': Uint8Array.of(0xff, 0xfe, 0x7b, 0x00),
    })
    const sources = await loadBrief('b', {config, files})
    expect(told(sources.narrative)).toEqual(['2:7 source-not-utf-8 Unexpected byte `0xE9`, expected text in UTF-8'])
    expect(told(sources.values)).toEqual(['1:2 source-not-utf-8 Unexpected byte `0x00`, expected text in UTF-8'])
    expect(told(sources.package)).toEqual(['1:1 source-not-utf-8 Unexpected byte `0xFF`, expected text in UTF-8'])
  })

  it('reports files that must not be read', async () => {
    const files = memoryFiles({
      '/p/content/b/brief.md': {throws: 'outside'},
      '/p/content/b/photo.png': {throws: 'unreadable'},
      '/p/data/b/a.csv': {throws: 'too-large'},
    })
    const sources = await loadBrief('b', {config, files})
    expect(told(sources.narrative)[0]).toContain('source-outside')
    expect(told(sources.images.get('photo.png'))[0]).toContain('source-unreadable')
    expect(told(sources.data.get('a.csv'))[0]).toContain('source-too-large')
  })
})

describe('listBriefs', () => {
  it('lists the folders that hold a narrative', async () => {
    const files = memoryFiles({
      '/p/content/b/brief.md': '',
      '/p/content/a/brief.md': '',
      '/p/content/assets/x.png': '',
      '/p/content/c/old/brief.md': '',
    })
    expect(await listBriefs(config, files)).toEqual(['a', 'b'])
  })
})
