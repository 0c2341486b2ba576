import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {parseNarrative} from '../../../src/sources/parse-narrative.ts'
import {told} from '../../support/told.ts'

function parse(text: string) {
  const file = new VFile({path: 'content/b/brief.md', value: text})
  return {...parseNarrative(file), file}
}

describe('parseNarrative', () => {
  it('splits front matter and body, with the line that the body starts on', () => {
    const {frontMatter, body, bodyLine, file} = parse('---\ntitle: A\n--- \n\n# One\n\n---\n\nTwo\n')
    expect(frontMatter?.value).toEqual({title: 'A'})
    expect(body).toBe('\n# One\n\n---\n\nTwo\n')
    expect(bodyLine).toBe(4)
    expect(told(file)).toEqual([])
  })

  it('ends with the front matter', () => {
    expect(parse('---\ntitle: A\n---')).toMatchObject({body: '', bodyLine: 3})
    expect(parse('---\n---\nx')).toMatchObject({body: 'x', bodyLine: 3, frontMatter: {value: null}})
  })

  it('knows where entries stand in the file, and else their nearest parent', () => {
    const {frontMatter} = parse('---\ntitle: "A"\nauthors:\n  - name: Ada\n  - Bob\nempty:\n---\n')
    expect(frontMatter?.at(['title'])).toEqual({line: 2, column: 8, offset: 11})
    expect(frontMatter?.nameAt(['title'])).toMatchObject({line: 2, column: 1})
    expect(frontMatter?.at(['authors', 0, 'name'])).toMatchObject({line: 4, column: 11})
    expect(frontMatter?.at(['authors', 1, 'name'])).toMatchObject({line: 5, column: 5})
    expect(frontMatter?.at(['authors', 0, 'orcid'])).toMatchObject({line: 4, column: 5})
    expect(frontMatter?.at(['empty'])).toMatchObject({line: 6, column: 1})
    expect(frontMatter?.at(['subtitle'])).toMatchObject({line: 2, column: 1})
  })

  it('reports front matter that is missing or has no end', () => {
    expect(told(parse('# Title\n').file)).toEqual([
      '1:1 front-matter-missing Unexpected narrative without front matter, expected `---` on its first line',
    ])
    expect(told(parse('---\ntitle: A\n').file)).toEqual([
      '1:1 front-matter-unclosed Unexpected front matter without an end, expected a second line `---`',
    ])
  })

  it.each([
    ['title: a: b', '2:8', 'Unexpected `: ` inside a value, expected the value in quotes'],
    ['\ttitle: a', '2:1', 'Unexpected tab before a name, expected spaces'],
    ['title: @a', '2:8', 'Unexpected character at the beginning of a value, expected the value in quotes'],
    ['title: a\nplain\n', '3:1', 'Unexpected line without a name, expected `name: value`'],
    [
      'title: "a\ndate: 2022',
      '2:8',
      'Unexpected quotation mark without its pair, expected another at the end of the value',
    ],
    ['title: [a', '3:1', 'Unexpected end of an entry, expected its closing `}` or `]`'],
    ['title: *a', '-', 'Unexpected `*` at the beginning of a value, expected the value in quotes'],
  ])('places the mistake in `%s`', (yaml, place, reason) => {
    expect(told(parse(`---\n${yaml}\n---\n`).file)).toEqual([`${place} source-yaml-syntax ${reason}`])
  })

  it('reports names that stand twice', () => {
    expect(told(parse('---\ntitle: a\ndate: 2022\ntitle: b\n---\n').file)).toEqual([
      '4:1 source-yaml-duplicate Unexpected second `title`, expected each name once',
    ])
  })

  it('asks for quotes around a value that begins with an expression', () => {
    const {file, frontMatter} = parse(
      '---\ntitle: {{rise}}\nsubtitle: {{rise}} more\nabstract: \'{{rise}}\'\nabout: up {{rise}}\nkeywords:\n  - {{format a "b"}}\n---\n',
    )
    expect(frontMatter).toBeUndefined()
    expect(told(file)).toEqual([
      '2:8 source-yaml-unquoted-expression Unexpected `{{rise}}` without quotes, expected a text',
      '3:11 source-yaml-unquoted-expression Unexpected `{{rise}} more` without quotes, expected a text',
      '7:5 source-yaml-unquoted-expression Unexpected `{{format a "b"}}` without quotes, expected a text',
    ])
    expect(file.messages[1]?.note).toContain("`'{{rise}} more'`")
  })
})
