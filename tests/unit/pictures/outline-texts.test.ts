import {expect, test} from 'vitest'
import {outlineTexts} from '../../../src/pictures/outline-texts.ts'
import {readKind} from '../../charts/kind-job.ts'

const {fonts} = await readKind('map', 'ur')
const svg = (inside: string): string =>
  `<svg font-family="'Source Sans 3', 'Noto Sans Arabic', sans-serif">${inside}</svg>`

/** Where the glyphs of outlined texts begin, from the left. */
function places(drawing: string): readonly number[] {
  return [...drawing.matchAll(/translate\(([-\d.]+),[-\d.]+\) scale/g)].map(([, x]) => Math.round(Number(x)))
}

test('leaves texts whose letters the first font has', () => {
  const drawing = svg('<text x="1" font-size="11px" text-anchor="end">Bannu, 7 – “ö” &amp; b</text>')
  expect(outlineTexts(drawing, fonts)).toBe(drawing)
})

test('outlines texts of letters from several fonts, at their anchors', () => {
  const outlined = (anchor: string) =>
    outlineTexts(
      svg(`<text font-size="10px" text-anchor="${anchor}" fill="red" transform="translate(5,6)">Łó ☃</text>`),
      fonts,
    )
  expect(outlined('start')).toMatch(
    /<g fill="red" transform="translate\(5,6\)"><path d="M[^"]*" transform="translate\(0,0\)/,
  )
  const [start, middle, end] = ['start', 'middle', 'end'].map((anchor) => places(outlined(anchor)))
  expect(start).toHaveLength(2)
  expect(middle?.[0]).toBeLessThan(start?.[0] ?? 0)
  expect(end?.[0]).toBeLessThan(middle?.[0] ?? 0)
  expect(outlined('end')).not.toContain('<text')
})

test('sets texts from right to left, numbers in them from left to right', () => {
  const turned = (text: string): string => outlineTexts(svg(`<g direction="rtl">${text}</g>`), fonts)
  const drawing = turned('<text font-size="10px">156  سندھ</text>')
  expect(drawing).not.toContain('direction')
  // The letters at the left, then the number that ends at the anchor.
  const [first, ...rest] = places(drawing)
  expect(first).toBeLessThan(-30)
  expect(rest.at(-1)).toBe(-5)
  expect(turned('<text direction="ltr" text-anchor="end">7</text>')).toContain('<text text-anchor="end">7</text>')
})

test('keeps lines apart, and the pen as thick as it was', () => {
  const lines = '<text font-size="10px" stroke-width="3"><tspan>Ł</tspan><tspan x="0" dy="12">Ł</tspan></text>'
  const drawing = outlineTexts(svg(lines), fonts)
  expect(drawing).toMatch(
    /stroke-width="300" transform="translate\(0,0\).*stroke-width="300" transform="translate\(0,12\)/,
  )
})
