import {describe, expect, it} from 'vitest'
import type {CacheDoor, CacheKey} from '../../../src/effects/effects.ts'
import type {Values} from '../../../src/model/values.ts'
import {loadBrief} from '../../../src/sources/load-brief.ts'
import {validateBrief} from '../../../src/sources/validate-brief.ts'
import {evaluate} from '../../../src/values/evaluate.ts'
import {evaluateOnce} from '../../../src/values/evaluate-once.ts'
import {createFiles} from '../../../src/effects/files.ts'
import {memoryFiles} from '../../support/memory-files.ts'

/** A cache in memory, and the names under which something was kept. */
function memoryCache(): CacheDoor & {readonly kept: Map<string, Uint8Array>} {
  const kept = new Map<string, Uint8Array>()
  const named = (key: CacheKey): string => JSON.stringify([key.kind, key.parts.map(String)])
  return {
    kept,
    maybeGet: (key) => Promise.resolve(kept.get(named(key))),
    keep: (key, content) => void kept.set(named(key), Buffer.from(content)),
    close: () => Promise.resolve(),
  }
}

const described = JSON.stringify({
  resources: [{name: 'rain', path: 'rain.csv', schema: {fields: [{name: 'mm', type: 'integer'}]}}],
})

async function evaluated(
  cache: CacheDoor,
  {rows = '1\n2', rule = '{max: rain.mm}', lang = 'en'} = {},
): Promise<Values> {
  const files = memoryFiles({
    '/p/content/b/brief.md': `---\ntitle: A\nlang: ${lang}\n---\n`,
    '/p/data/b/datapackage.json': described,
    '/p/data/b/rain.csv': `mm\n${rows}\n`,
    '/p/data/b/values.yaml': `values:\n  most: ${rule}\n`,
  })
  const sources = await loadBrief('b', {config: {project: '/p'}, files})
  return evaluateOnce({brief: await validateBrief(sources), sources, cache})
}

describe('evaluateOnce', () => {
  it('gives the same again for the same data, and computes for others', async () => {
    const cache = memoryCache()
    const first = await evaluated(cache)
    expect(await evaluated(cache)).toEqual(first)
    expect(cache.kept.size).toBe(1)
    expect((await evaluated(cache, {rows: '1\n3'})).values.get('most')?.raw).toBe(3)
    expect((await evaluated(cache, {rule: '{min: rain.mm}'})).values.get('most')?.raw).toBe(1)
    await evaluated(cache, {lang: 'fr'})
    expect(cache.kept.size).toBe(4)
  })

  it('takes what was kept instead of computing', async () => {
    const cache = memoryCache()
    await evaluated(cache)
    for (const [name, content] of cache.kept) {
      cache.kept.set(name, Buffer.from(content.toString().replace('"raw":2', '"raw":7')))
    }
    expect((await evaluated(cache)).values.get('most')?.raw).toBe(7)
  })

  it('keeps nothing that there were messages about', async () => {
    const cache = memoryCache()
    await evaluated(cache, {rule: '{max: rain.none}'})
    expect(cache.kept.size).toBe(0)
  })

  it('loses nothing of the sample on the way', async () => {
    const project = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')
    const sources = await loadBrief('after-kabul', {config: {project}, files: createFiles({project})})
    const brief = await validateBrief(sources)
    const cache = memoryCache()
    const plain = await evaluate(brief)
    await evaluateOnce({brief, sources, cache})
    expect(cache.kept.size).toBe(1)
    expect(await evaluateOnce({brief, sources, cache})).toEqual(plain)
  })
})
