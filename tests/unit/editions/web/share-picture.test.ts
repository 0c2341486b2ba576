import {expect, test} from 'vitest'
import {composeShareSvg, drawSharePicture} from '../../../../src/editions/web/share-picture.ts'
import type {PictureJob} from '../../../../src/pictures/picture-job.ts'
import {memoryFiles} from '../../../support/memory-files.ts'
import {makeDocument, makeFrontMatter, makeInput, readPackage} from '../sample-edition.ts'

const words = {title: 'Rain', above: 'Brief 3', below: 'Peace & Co.', accent: '#123456', serif: 'S', sans: 'T'}
/** Half an em a letter. */
const measure = (item: {readonly fontSize?: number}, text: unknown): number =>
  (String(text).length * (item.fontSize ?? 0)) / 2

test('a short title is large, a long one smaller and in lines, none too wide', () => {
  const short = composeShareSvg({...words, chart: undefined}, measure)
  expect(short).toContain('font-size="68" fill="#1b1b1f">Rain</text>')
  expect(short).toContain('Peace &amp; Co.')
  const long = composeShareSvg(
    {...words, title: 'A title of many words '.repeat(8), chart: '<svg viewBox="0 0 5 5"/>'},
    measure,
  )
  const lines = [...long.matchAll(/font-size="(\d+)" fill="#1b1b1f">([^<]+)/g)]
  expect(lines.length).toBeGreaterThan(4)
  expect(lines.every(([, size, text = '']) => (text.length * Number(size)) / 2 <= 508)).toBe(true)
})

test('the chart stands inside the picture, at its own proportions', () => {
  const svg = composeShareSvg(
    {...words, chart: '<svg style="x:y" width="500" height="1000" viewBox="0 0 500 1000"><g/></svg>'},
    measure,
  )
  expect(svg).toContain('<svg x="928" y="150" width="200" height="400" viewBox="0 0 500 1000"><g/></svg>')
})

test('the words keep to the margin beside a chart that is written from right to left', () => {
  const svg = composeShareSvg({...words, chart: '<svg viewBox="0 0 5 5"><g direction="rtl"/></svg>'}, measure)
  const texts = [...svg.matchAll(/<text [^>]*>/g)].map(([text]) => text)
  expect(texts).toHaveLength(3)
  expect(texts.every((text) => text.includes(' x="72"') && text.includes(' direction="ltr"'))).toBe(true)
})

test('is painted once, and kept', async () => {
  const jobs: PictureJob[] = []
  const kept = new Map<string, Uint8Array>()
  const effects = {
    files: {...memoryFiles({}), maybeReadPackage: readPackage},
    pictures: {
      warm: () => {},
      rasterise: (asked: readonly PictureJob[]) => {
        jobs.push(...asked)
        return Promise.resolve(asked.map(() => new Uint8Array([1, 2])))
      },
      close: () => Promise.resolve(),
    },
    cache: {
      maybeGet: ({parts}: {parts: readonly unknown[]}) => Promise.resolve(kept.get(String(parts))),
      keep: ({parts}: {parts: readonly unknown[]}, png: string | Uint8Array) =>
        void kept.set(String(parts), png as Uint8Array),
      close: () => Promise.resolve(),
    },
  }
  const input = makeInput(makeDocument({frontMatter: makeFrontMatter({title: 'Rain'})}))
  const first = await drawSharePicture(input, effects)
  expect(await drawSharePicture(input, effects)).toEqual(first)
  expect(jobs).toHaveLength(1)
  expect(first).toMatchObject({alt: 'Rain', width: 1200, height: 630, file: {path: 'assets/share.a12871fee2.png'}})
})
