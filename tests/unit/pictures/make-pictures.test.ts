import {expect, test} from 'vitest'
import type {CacheKey} from '../../../src/effects/effects.ts'
import {makePictures} from '../../../src/pictures/make-pictures.ts'

test('makes each picture once, and takes it from the cache afterwards', async () => {
  const kept = new Map<string, Uint8Array>()
  const name = ({kind, parts}: CacheKey): string => JSON.stringify([kind, parts.map(String)])
  const asked: string[] = []
  const effects = {
    files: {maybeReadPackage: () => Promise.resolve(new Uint8Array([1]))},
    pictures: {
      rasterise: (jobs: readonly {svg: string}[]) => {
        asked.push(...jobs.map(({svg}) => svg))
        return Promise.resolve(jobs.map(({svg}) => new TextEncoder().encode(`png of ${svg}`)))
      },
    },
    cache: {
      maybeGet: (key: CacheKey) => Promise.resolve(kept.get(name(key))),
      keep: (key: CacheKey, content: string | Uint8Array) => void kept.set(name(key), content as Uint8Array),
    },
  }
  const drawing = (key: string, svg: string) => [key, {key, svg, alt: '', description: '', tables: []}] as const
  const family = {family: 'A', package: 'a', faces: [{weight: 400, style: 'normal' as const}], subsets: ['latin']}
  const read = (pictures: ReadonlyMap<string, Uint8Array>) =>
    [...pictures].map(([key, png]) => [key, new TextDecoder().decode(png)])
  await makePictures(new Map([drawing('a', '<a/>')]), [family], effects)
  const pictures = await makePictures(new Map([drawing('a', '<a/>'), drawing('b', '<b/>')]), [family], effects)
  expect(read(pictures)).toEqual([
    ['a', 'png of <a/>'],
    ['b', 'png of <b/>'],
  ])
  expect(asked).toEqual(['<a/>', '<b/>'])
  expect(await makePictures(new Map(), [family], effects)).toEqual(new Map())
})
