import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {mergeOne} from './merge-one.ts'

const values = {
  attacks: {raw: 250, text: '250', unit: '%'},
  'kp.attacks': 12,
  'sindh-attacks': 3,
  '2021': 7,
  zero: 0,
  gone: null,
  groups: {raw: ['a', 'b'], text: 'a and b'},
  none: {raw: [], text: ''},
  day: '2022-08-14',
}

test.each([
  ['A {{attacks}} b', 'A 250 b'],
  ['{{kp.attacks}} {{sindh-attacks}} {{2021}}', '&#49;2 3 7'],
  ['a {{attacks.unit}} {{attacks.raw}}', 'a % 250'],
  ['a {{groups}}', 'a a and b'],
  ['a {{words sindh-attacks}} {{words attacks}} {{words 4}}', 'a three 250 four'],
  ['a {{format attacks "percent1"}} {{format day "date"}} {{format groups "list"}}', 'a 250.0% 14 August 2022 a and b'],
  ['a {{format (cell "attacks" row="Punjab" column="attacks") "ordinal"}}', 'a 5th'],
  ['a {{cell "attacks" row="Sindh" column="attacks"}}', 'a 1,234'],
  ['a {{cell "attacks" row="Sindh" column="until"}}', 'a 14 August 2022'],
  ['{{#if zero}}x{{else if attacks}}y{{else}}z{{/if}}', 'y'],
  ['{{#unless gone}}x{{/unless}}{{#if none}}y{{/if}}{{#if groups}}z{{/if}}', 'xz'],
  ['{{#if (and (gt attacks 249) (lt attacks 251) (gte attacks 250) (lte attacks 250))}}x{{/if}}', 'x'],
  ['{{#if (or (eq attacks 1) (ne attacks 250) (not (eq day "2022-08-14")))}}x{{else}}y{{/if}}', 'y'],
  ['{{#if (lt day "2022-09-01")}}x{{/if}}', 'x'],
  [
    '{{#each tables.attacks}}{{region}}={{attacks}}{{#unless @last}};{{/unless}}{{/each}}',
    'Sindh=1,234;&#42;KP&#42;=&#91;x&#93;;Punjab=5',
  ],
  ['{{#each tables.attacks}}{{@index}}{{@root.kp.attacks}}{{../sindh-attacks}},{{/each}}', '&#48;123,1123,2123,'],
  ['{{#each tables.attacks as |row index|}}{{row.region}}{{index}},{{/each}}', 'Sindh0,&#42;KP&#42;1,Punjab2,'],
  ['{{#each groups}}<{{this}}>{{/each}}{{#each none}}x{{else}}y{{/each}}', '<a><b>y'],
  ['{{#with attacks}}a {{text}}{{unit}}{{/with}}', 'a 250%'],
  ['a {{meta.title}}, {{meta.keywords}}, {{meta.lang}}', 'a The *title*, one and two, en'],
  [
    '{{#each meta.authors}}{{name}}{{#if affiliation}} ({{affiliation}}){{/if}} {{/each}}',
    'A&#46; Author (Here) B&#46; Author ',
  ],
  ['{{#if meta.doi}}x{{else}}y{{/if}}', 'y'],
  ['\\{{attacks}} {{attacks}}', '{{attacks}} 250'],
  ['{{! a note }}a{{!-- }} --}}b', 'ab'],
  ['a  {{~attacks~}}  b', 'a250b'],
  ['`{{day}}` {{day}}', '`2022-08-14` 2022&#45;08&#45;14'],
])('merges %s', (text, expected) => {
  const merged = mergeOne(text, values)
  expect([merged.text, merged.said]).toEqual([expected, []])
})

test('leaves plain texts unescaped', () => {
  expect(mergeOne('a {{x}}', {x: '*&\nb'}, 'plain').text).toBe('a *&\nb')
})

test('removes the lines of blocks', () => {
  expect(mergeOne('a\n\n{{#each tables.attacks}}\n- {{region}}\n{{/each}}\n\nb').text).toBe(
    'a\n\n- Sindh\n- &#42;KP&#42;\n- Punjab\n\nb',
  )
})

test.each([
  ['a {{attack}}', '1:5 merge-unknown-name'],
  ['a\n {{#if gone}}{{attack}}{{/if}}', '2:16 merge-unknown-name'],
  ['a {{meta.titel}}', '1:5 merge-unknown-name'],
  ['a {{tables.atacks}}', '1:5 merge-unknown-name'],
  ['a {{attacks.constructor}}', '1:5 merge-unknown-name'],
  ['a {{constructor}}', '1:5 merge-unknown-name'],
  ['a {{@index}}', '1:5 merge-unknown-name'],
  ['a {{../attacks}}', '1:5 merge-unknown-name'],
  ['{{#each tables.attacks}}\n{{regon}}{{/each}}', '2:1 merge-unknown-name'],
  ['{{#each tables.attacks}}{{#if regon}}{{/if}}{{/each}}', '1:25 merge-unknown-name'],
  ['{{#each tables.attacks}}{{../attaks}}{{/each}}', '1:27 merge-unknown-name'],
  ['a {{pages "x"}}', '1:3 merge-unknown-helper'],
  ['a {{lookup attacks "x"}}', '1:3 merge-unknown-helper'],
  ['a {{#attacks}}b{{/attacks}}', '1:3 merge-unknown-helper'],
  ['a {{words}}', '1:5 merge-helper-misused'],
  ['a {{words attacks 2}}', '1:3 merge-helper-misused'],
  ['a {{format attacks "perzent"}}', '1:3 merge-helper-misused'],
  ['a {{format day "percent"}}', '1:3 merge-helper-misused'],
  ['a {{format tables "percent"}}', '1:3 merge-helper-misused'],
  ['a {{format attacks "date" lang="en"}}', '1:3 merge-helper-misused'],
  ['a {{if attacks}}', '1:3 merge-helper-misused'],
  ['a {{#words attacks}}b{{/words}}', '1:3 merge-helper-misused'],
  ['a {{gt day 3}}', '1:3 merge-helper-misused'],
  ['a {{cell "attacks" row="Sind" column="attacks"}}', '1:3 merge-helper-misused'],
  ['a {{cell "attacks" row="Sindh" column="atacks"}}', '1:3 merge-helper-misused'],
  ['a {{cell "atacks" row="Sindh" column="attacks"}}', '1:3 merge-helper-misused'],
  ['a {{cell "attacks" row="Sindh"}}', '1:3 merge-helper-misused'],
  ['a {{tables.attacks}}', '1:3 merge-helper-misused'],
  ['a {{this}}', '1:5 merge-helper-misused'],
  ['a {{#each attacks}}{{/each}}', '1:3 merge-helper-misused'],
  ['a {{gone}}', '1:3 merge-missing-value'],
  ['a {{cell "attacks" row="*KP*" column="attacks"}}', '1:3 merge-missing-value'],
  ['a {{meta.doi}}', '1:3 merge-missing-value'],
  ['a {{> part}}', '1:3 merge-partial'],
  ['a {{#> part}}b{{/part}}', '1:3 merge-partial'],
  ['a {{#*inline "x"}}b{{/inline}}', '1:3 merge-partial'],
  ['a {{{attacks}}}', '1:3 merge-unescaped'],
  ['a\nb {{#if attacks}} c', '2:3 merge-syntax'],
  ['a\nb {{#if attacks}}\n{{/each}}', '2:3 merge-syntax'],
  ['a\n{{/if}}', '2:1 merge-syntax'],
  ['a\n\nb {{}} c', '3:3 merge-syntax'],
  ['a\nb {{format attacks "x}} c\nd', '2:3 merge-syntax'],
  ['a {{else}} b', '1:3 merge-syntax'],
  ['a {{b.this.c}}', '1:3 merge-syntax'],
])('reports %s', (text, expected) => {
  expect(mergeOne(text, values).said).toEqual([expected])
})

test('reports all mistakes of a text at once, each place once, and nearest names', () => {
  const merged = mergeOne(
    '{{attack}} {{#each tables.attacks}}{{regon}}{{/each}} {{format attacks "x"}} {{gone}}',
    values,
  )
  expect(merged.said).toEqual([
    '1:3 merge-unknown-name',
    '1:36 merge-unknown-name',
    '1:55 merge-helper-misused',
    '1:78 merge-missing-value',
  ])
  expect(merged.file.messages[0]?.reason).toBe('Unexpected name `attack`, expected `attacks`')
})

test.each([
  ['{{#each attacks}}{{/each}}', 'Unexpected `attacks` in `each`, expected a table or a list'],
  ['{{tables.attacks.region}}', 'Unexpected name `tables.attacks.region`, expected one cell or all rows of `attacks`'],
  ['{{meta.authors.name}}', 'Unexpected name `meta.authors.name`, expected the name of a value, `tables.` or `meta.`'],
  ['{{format attacks “integer”}}', 'Unexpected curly quotation mark `“` in an expression, expected a straight one'],
  ['{{#if attacks > 1}}a{{/if}}', 'Unexpected `>` in an expression, expected `(gt attacks 1)`'],
  ['{{#if attacks>=1}}a{{/if}}', 'Unexpected `>=` in an expression, expected `(gte attacks 1)`'],
  ['{{attacks} and', 'Unexpected `}` at the end of an expression, expected `}}`'],
  ['{{format attacks}}', 'Unexpected 1 argument of `format`, expected 2'],
  ['{{format "attacks" "integer"}}', 'Unexpected text `"attacks"`, expected the name `attacks` without quotes'],
  [
    '{{#average attacks}}a{{/average}}',
    'Unexpected helper `average`, expected `each`, `if`, `expect`, `unless` or `with`',
  ],
])('says in %s what to write', (text, reason) => {
  expect(mergeOne(text, values).file.messages.map((message) => message.reason)).toEqual([reason])
})

test('names a table that was named like a value', () => {
  const {file} = mergeOne('{{#each attacks}}{{/each}}')
  expect(file.messages.map(({reason}) => reason)).toEqual(['Unexpected name `attacks`, expected `tables.attacks`'])
})

test('tells an entry of the front matter that is missing from a value', () => {
  const [message] = mergeOne('{{meta.date}}').file.messages
  expect(message?.note).toContain('add `date` to the front matter')
})

test('prints the date of a value in words', () => {
  const raws = {rain: {raw: 5, text: '5', asOf: '2022-08-14'}}
  expect(mergeOne('{{rain.asOf}}, {{format rain.asOf "year"}}', raws, 'plain').text).toBe('14 August 2022, 2022')
})

test('maps every character of the text to where the author wrote it', () => {
  const expression = fc.constantFrom('{{attacks}}', '{{words sindh-attacks}}', '{{! note }}', '{{kp.attacks}}')
  const plain = fc
    .string({unit: fc.constantFrom('a', 'é', '𝔸', ' ', '\n', '.', '*', '\\', '—', '\u2028'), maxLength: 12})
    // A backslash before braces is Handlebars' own escape, which takes characters away.
    .map((text) => text.replace(/\\+$/, '').replace(/\\/g, '/'))
  const block = fc.tuple(plain, plain).map(([a, b]) => `{{#if zero}}${a}{{else}}${b}{{attacks}}{{/if}}`)
  fc.assert(
    fc.property(fc.array(fc.oneof(expression, plain, block), {maxLength: 12}), (parts) => {
      const text = parts.join('')
      const lines = text.split('\n')
      const merged = mergeOne(text, values)
      for (let offset = 0; offset < merged.text.length; offset++) {
        const place = merged.placeOf(offset)
        const at = lines.slice(0, (place?.line ?? 1) - 1).join('\n').length + (place?.line === 1 ? 0 : 1)
        const written = text.slice(at + (place?.column ?? 1) - 1)
        const character = merged.text[offset] ?? ''
        const printed = written.startsWith('{{') && /[\d&#;a-z]/.test(character)
        expect(printed ? character : written[0]).toBe(character)
      }
    }),
    {numRuns: 200},
  )
})

test('maps characters after an escaped expression', () => {
  const merged = mergeOne('a \\{{x}} b\n {{attacks}} c', values)
  expect(merged.text).toBe('a {{x}} b\n &#50;50 c')
  expect(merged.placeOf(merged.text.indexOf('b'))).toEqual({line: 1, column: 10})
  expect(merged.placeOf(merged.text.indexOf('50'))).toEqual({line: 2, column: 2})
  expect(merged.placeOf(merged.text.indexOf('c'))).toEqual({line: 2, column: 14})
})
