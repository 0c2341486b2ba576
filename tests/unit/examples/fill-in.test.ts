import {describe, expect, it} from 'vitest'
import {fillIn, withName, withSchema} from '../../../src/examples/fill-in.ts'

const narrative = `---
# A note.
title: >-
  Two
  lines
authors:
  - name: Somebody
    role: author
date: 2020
---

title: not this one
`

describe('fillIn', () => {
  it('replaces entries of any length and keeps the rest', () => {
    expect(fillIn(narrative, {title: 'A "b"', authors: ['Doe', 'Roe, J.'], date: '2026-01-31'})).toBe(`---
# A note.
title: "A \\"b\\""
authors: ["Doe", "Roe, J."]
date: 2026-01-31
---

title: not this one
`)
  })

  it('adds what is not there, and leaves what is not given', () => {
    expect(fillIn('---\ntitle: A\n---\n', {template: 'x'})).toBe('---\ntitle: A\ntemplate: "x"\n---\n')
    expect(fillIn(narrative, {authors: []})).toBe(narrative)
  })

  it('takes what an author types as it is', () => {
    expect(fillIn('---\ntitle: A\n---\n', {title: '$& {{x}}\n# no'})).toBe('---\ntitle: "$& {{x}}\\n# no"\n---\n')
  })
})

describe('withName', () => {
  it('names the package alone', () => {
    expect(withName('{\n  "name": "a",\n  "resources": [{"name": "a"}]}', 'b')).toBe(
      '{\n  "name": "b",\n  "resources": [{"name": "a"}]}',
    )
  })
})

describe('withSchema', () => {
  it('names a schema first, where there is one and none is named', () => {
    expect(withSchema('{\n  "name": "a"\n}\n', 'x.json')).toBe('{\n  "$schema": "x.json",\n  "name": "a"\n}\n')
    expect(withSchema('{"$schema": "y.json"}', 'x.json')).toBe('{"$schema": "y.json"}')
    expect(withSchema('{}', undefined)).toBe('{}')
  })
})
