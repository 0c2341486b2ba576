import {expect, test} from 'vitest'
import {outlineHalos} from '../../../src/pictures/outline-texts.ts'
import {readChartFonts} from '../charts/chart-fonts.ts'

const fonts = await readChartFonts()
const halo = 'stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'

function svg(inside: string): string {
  return `<svg font-family="'Source Sans 3', sans-serif">${inside}</svg>`
}

test('a halo is an outline below its text', () => {
  const drawn = outlineHalos(svg(`<text font-size="11px" fill="#1B1B1F" ${halo}>il</text>`), fonts)
  expect(drawn).toMatch(
    /<g fill="#1B1B1F" stroke="#fff"[^>]*>(?:<path d="[^"]+" stroke-width="[\d.]+"[^>]*\/>){2}<\/g>/,
  )
  expect(drawn).toContain('</g><text font-size="11px" fill="#1B1B1F">il</text></svg>')
})

test('a text that stands there without its halo is not repeated', () => {
  const plain = '<text font-size="11px" fill="#1B1B1F">il</text>'
  const drawn = outlineHalos(svg(`<text font-size="11px" fill="#1B1B1F" ${halo}>il</text>${plain}`), fonts)
  expect(drawn.split(plain)).toHaveLength(2)
})

test('drawings without halos stay as they are', () => {
  const plain = svg('<text font-size="11px">il</text><path stroke="#fff"/>')
  expect(outlineHalos(plain, fonts)).toBe(plain)
})
