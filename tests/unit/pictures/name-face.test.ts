import {create} from 'fontkit'
import {expect, test} from 'vitest'
import {nameFace} from '../../../src/pictures/name-face.ts'
import {readChartFonts} from '../charts/chart-fonts.ts'

test('gives a font the name and the look that the template declares', async () => {
  const [face] = await readChartFonts()
  if (face === undefined) throw new Error('no font')
  const font = create(nameFace(face.data, {family: 'Häuser Sans', weight: 650, style: 'italic'}) as Buffer)
  if ('fonts' in font) throw new Error('collection')
  const {familyName, postscriptName} = font
  expect({familyName, postscriptName}).toEqual({familyName: 'Häuser Sans', postscriptName: 'Häuser Sans'})
  expect(font['OS/2']).toMatchObject({usWeightClass: 650, fsSelection: {italic: true, bold: false, regular: false}})
  expect(font.layout('Bannu').advanceWidth).toBeGreaterThan(0)
})
