import {createHash} from 'node:crypto'
import {afterAll, expect, test} from 'vitest'
import {createPictureDoor} from '../../../src/effects/pictures.ts'
import {readChartFonts} from '../charts/chart-fonts.ts'

const pictures = createPictureDoor()
const fonts = await readChartFonts()
afterAll(() => pictures.close())

test('makes pictures at the scale asked for, with the fonts given', async () => {
  const svg = (weight: number): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" font-family="'Source Sans 3', sans-serif"><text y="15" font-weight="${weight}">Bannu ō</text></svg>`
  const jobs = [svg(400), svg(600)].map((drawing) => ({svg: drawing, fonts, scale: 2, background: 'white'}))
  const [light, bold] = await pictures.rasterise(jobs)
  if (light === undefined || bold === undefined) throw new Error('no pictures')
  expect(sizeOf(light)).toEqual([200, 40])
  // The same bytes on every machine: they change only with the library or the font.
  expect(hash(light)).toBe('8fd8478732c9855d')
  expect(hash(bold)).not.toBe(hash(light))
  const [none] = await pictures.rasterise([{svg: svg(400), fonts: [], scale: 2, background: 'white'}])
  expect(none?.length).toBeLessThan(light.length)
})

test('says when a drawing is no SVG, and goes on', async () => {
  const sound = {svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', fonts: [], scale: 1}
  const failed = pictures.rasterise([{...sound, svg: '<svg'}, sound])
  const after = pictures.rasterise([sound])
  await expect(failed).rejects.toThrow(/could not be made a picture: \S/)
  expect((await after).map(sizeOf)).toEqual([[1, 1]])
  expect(await pictures.rasterise([])).toEqual([])
})

function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
