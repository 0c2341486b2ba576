import {expect, test} from 'vitest'
import {createStyleHoist} from '../../../../src/editions/web/hoist-styles.ts'

test('the same declarations are one class, and join a class that is there', () => {
  const {hoist, css} = createStyleHoist()
  expect(
    hoist('<svg style="direction:ltr" width="5"><g style="opacity:.5"/><path class="x" style="opacity:.5"/></svg>'),
  ).toBe('<svg width="5"><g class="drawn-1"/><path class="x drawn-1"/></svg>')
  expect(hoist('<svg><g style="fill:none" d="a"/></svg>')).toBe('<svg><g d="a" class="drawn-2"/></svg>')
  expect(css()).toBe('.drawn-1{opacity:.5}\n.drawn-2{fill:none}')
})

test('what is said of many texts and lines is a class too', () => {
  const {hoist, css} = createStyleHoist()
  const text = (more: string): string => hoist(`<text x="1" ${more}>a</text>`)
  expect(text('font-size="11" text-anchor="end" style="fill:red"')).toBe('<text x="1" class="drawn-1">a</text>')
  expect(text('style="fill:red" text-anchor="end" font-size="11px"')).toBe('<text x="1" class="drawn-1">a</text>')
  expect(css()).toBe('.drawn-1{fill:red;font-size:11px;text-anchor:end}')
})

test('words that look like a style are text', () => {
  const svg = '<svg aria-label="a &lt;b style=&quot;x&quot;"><text>style="y"</text></svg>'
  expect(createStyleHoist().hoist(svg)).toBe(svg)
})
