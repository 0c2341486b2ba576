import {expect, test} from 'vitest'
import {minifyCss} from '../../../../src/editions/web/minify-css.ts'

test('leaves out comments, line ends and indents', () => {
  expect(
    minifyCss(
      '/* a */\na {\n  color: red;\n  top: max(\n    1px,\n    2px\n  );\n}\n\n@media print {\n  b {\n  }\n}\n',
    ),
  ).toBe('a{color: red;top: max(\n1px,2px\n)}@media print{b{}}')
})

test('strings keep what they hold', () => {
  expect(minifyCss(`a::before {\n  content: '/* x */  {';\n}`)).toBe(`a::before{content: '/* x */  {'}`)
})
