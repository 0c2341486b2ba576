import {expect, test} from 'vitest'
import type {ChartJob} from '../../../src/charts/chart-job.ts'
import {drawOnce} from '../../../src/charts/draw-once.ts'
import type {CacheKey} from '../../../src/effects/effects.ts'
import {makeJob} from './chart-fonts.ts'

test('draws again only what changed', async () => {
  const kept = new Map<string, string>()
  const name = ({kind, parts}: CacheKey): string =>
    [kind, ...parts.map((part) => (typeof part === 'string' ? part : part.length))].join('|')
  const drawn: string[][] = []
  const effects = {
    cache: {
      maybeGet: (key: CacheKey) => {
        const content = kept.get(name(key))
        return Promise.resolve(content === undefined ? undefined : new TextEncoder().encode(content))
      },
      keep: (key: CacheKey, content: string | Uint8Array) => void kept.set(name(key), String(content)),
    },
    charts: {
      draw: (jobs: readonly unknown[]) => {
        const keys = (jobs as readonly ChartJob[]).map(({key}) => key)
        drawn.push(keys)
        return Promise.resolve(
          keys.map((key) =>
            key === 'bad'
              ? {key, problem: {kind: 'hangs', detail: ''}}
              : {key, svg: `<${key}/>`, rows: [], shown: {}, warnings: []},
          ),
        )
      },
    },
  }
  const a = await makeJob({key: 'a'})
  const b = await makeJob({key: 'b'})
  const bad = await makeJob({key: 'bad'})
  await drawOnce([a, bad], effects)
  const results = await drawOnce([b, a, bad], effects)
  expect(results).toMatchObject([{svg: '<b/>'}, {svg: '<a/>'}, {problem: {kind: 'hangs'}}])
  const fonts = a.fonts.map((font) => ({...font, data: font.data.slice(0, 9)}))
  const changed = [
    {...a, lang: 'fr'},
    {...a, tables: {}},
    {...a, spec: {}},
    {...a, theme: {}},
    {...a, fonts},
  ]
  for (const job of changed) await drawOnce([job], effects)
  await drawOnce([a, b], effects)
  expect(drawn).toEqual([['a', 'bad'], ['b', 'bad'], ['a'], ['a'], ['a'], ['a'], ['a']])
})
