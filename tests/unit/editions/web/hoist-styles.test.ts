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

test('words that look like a style are text', () => {
  const svg = '<svg aria-label="a &lt;b style=&quot;x&quot;"><text>style="y"</text></svg>'
  expect(createStyleHoist().hoist(svg)).toBe(svg)
})
