import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {messageText} from '../../../src/commands/message-text.ts'
import {error, report, warning, type Place} from '../../../src/messages/message.ts'

/** What is shown for a message at a place of a text, without its first line and what to do. */
function shown(value: string | Uint8Array, place: Place, reason = 'Unexpected this, expected that'): string[] {
  const file = new VFile({path: 'a.md', value})
  report(file, place, error('some-id', reason, 'Do this.'))
  return messageText([file], {color: false}).split('\n').slice(1, -5)
}

function range(line: number, column: number, to: readonly [line: number, column: number]): Place {
  return {start: {line, column}, end: {line: to[0], column: to[1]}}
}

describe('messageText', () => {
  it('gives place, reason, id, the line, a mark under what is meant, what to do, and the count', () => {
    const file = new VFile({path: 'content/rain/brief.md', value: 'One.\nTwo {{moost}} three.\n'})
    report(file, {line: 2, column: 7}, error('name', 'Unexpected `moost`, expected `most`', 'Correct it.'))
    expect(messageText([file], {color: false}))
      .toBe(`content/rain/brief.md:2:7 error Unexpected \`moost\`, expected \`most\` [name]
    2 | Two {{moost}} three.
      |       ^^^^^
  Correct it.

1 error

`)
  })

  it('sorts by file and place, whatever came first, and counts by severity', () => {
    const [b, a] = ['b.md', 'a.md'].map((path) => new VFile({path, value: 'text\ntext'}))
    if (a === undefined || b === undefined) throw new Error('two files')
    report(b, {line: 1, column: 1}, error('third', 'Unexpected', 'Mend.'))
    report(a, {line: 2, column: 1}, warning('second', 'Unexpected', 'Mend.'))
    report(a, {line: 1, column: 3}, warning('first', 'Unexpected', 'Mend.'))
    report(a, undefined, warning('whole', 'Unexpected', 'Mend.'))
    const text = messageText([b, a], {color: false})
    expect([...text.matchAll(/\[(\w+)\]$/gm)].map(([, id]) => id)).toEqual(['whole', 'first', 'second', 'third'])
    expect(text).toContain('\n1 error, 3 warnings\n')
  })

  it('is nothing when there are no messages', () => {
    expect(messageText([new VFile({path: 'a', value: ''})], {color: true})).toBe('')
  })

  it('marks a range, and one that goes on to the end of its line', () => {
    expect(shown('abc def ghi', range(1, 5, [1, 8]))).toEqual(['    1 | abc def ghi', '      |     ^^^'])
    expect(shown('abc def\nghi', range(1, 5, [2, 2]))).toEqual(['    1 | abc def', '      |     ^^^'])
  })

  it('marks what the reason quotes first, with its quotes', () => {
    expect(shown('{"titel": 1}', {line: 1, column: 2}, 'Unexpected `titel`')).toEqual([
      '    1 | {"titel": 1}',
      '      |  ^^^^^^^',
    ])
    expect(shown('{"titel": 1}', {line: 1, column: 2}, 'Unexpected `other`')).toEqual([
      '    1 | {"titel": 1}',
      '      |  ^',
    ])
  })

  it('shows a line of bytes as of text', () => {
    const bytes = new TextEncoder().encode('\uFEFFa,b\r\nÄö,x\r\n')
    expect(shown(bytes, {line: 2, column: 4}, 'Unexpected `x`, expected a number')).toEqual([
      '    2 | Äö,x',
      '      |    ^',
    ])
    expect(shown(bytes, {line: 1, column: 1})).toEqual(['    1 | a,b', '      | ^'])
  })

  it('keeps the mark below what is meant after tabs, wide and combined characters', () => {
    expect(shown('\tx', {line: 1, column: 2})).toEqual(['    1 |  x', '      |  ^'])
    expect(shown('漢字x', {line: 1, column: 3})).toEqual(['    1 | 漢字x', '      |     ^'])
    expect(shown('e\u0301x', {line: 1, column: 3})).toEqual(['    1 | e\u0301x', '      |  ^'])
  })

  it('shows the part of a long line that is meant', () => {
    const [text = '', mark = ''] = shown(`${'long '.repeat(100)}HERE ${'long '.repeat(100)}`, {line: 1, column: 501})
    expect(text.length).toBeLessThan(125)
    expect(text.slice(mark.indexOf('^'))).toMatch(/^HERE/)
    expect(text).toMatch(/\.\.\. .* \.\.\.$/)
  })

  it('shows no line where there is none', () => {
    expect(shown('a', {line: 9, column: 1})).toEqual([])
    expect(shown('a\n\nb', {line: 2, column: 1})).toEqual([])
    expect(shown(new Uint8Array(), {line: 3, column: 1})).toEqual([])
  })

  it('lets no control character of a file reach the terminal', () => {
    expect(shown('a\u001B[2J\u202Eb', {line: 1, column: 1})[0]).toBe('    1 | a [2J b')
  })

  it('colours only where asked', () => {
    const file = new VFile({path: 'a.md', value: 'x'})
    report(file, {line: 1, column: 1}, error('id', 'Unexpected', 'Mend.'))
    expect(messageText([file], {color: true})).toContain('\u001B[31merror\u001B[39m')
    expect(messageText([file], {color: false})).not.toContain('\u001B')
  })
})
