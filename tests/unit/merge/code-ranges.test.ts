import {expect, test} from 'vitest'
import {codeRanges} from '../../../src/merge/code-ranges.ts'

// X stands in code, o outside.
test.each([
  'o `X` o',
  'o ``X ` X`` o',
  'o \\`o` o',
  'o ` o\n\no ` o',
  'o\n\n```\nX\n\nX\n```\no',
  'o\n```js\nX\n~~~\nX\n````\no `X` o',
  '> ~~~\n> X\n> ~~~\n>\n> o',
  '- o\n\n  ```\n  X\n  ```\n\n  o',
  '```\nX',
  '``` o ` o',
  'o `X \\` o',
  'o\n``` X ``` o',
])('finds the code of %j', (markdown) => {
  const isInCode = codeRanges(markdown)
  for (const {0: letter, index} of markdown.matchAll(/[Xo]/g)) {
    expect({index, code: isInCode(index)}).toEqual({index, code: letter === 'X'})
  }
})
