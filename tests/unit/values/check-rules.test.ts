import {expect, it} from 'vitest'
import {AuthorError} from '../../../src/messages/message.ts'
import {readProject} from '../../support/read-project.ts'

const values = `values:
  a: {cell: counts.n, where: {region: North, year: 2020}}
  b: {cell: counts.n, where: {region: South, year: 2020}}
  all: {cell: counts.n, where: {region: Total, year: 2020}}
  change: {text: 66}
`

const files = {
  'content/b/brief.md': '---\ntitle: T\n---\n\nNorth {{a}}.\n\nSouth {{b}} of {{format all "integer"}}.\n',
  'data/b/counts.csv':
    'region,year,n,part,share\nNorth,2020,3,2,60\nSouth,2020,5,1,40\nTotal,2020,8,3,\nNorth,2021,4,2,50\nSouth,2021,6,7,45\nTotal,2021,11,9,\n',
  'data/b/other.csv': 'region,m\nNorth,3\nSouth,5\nTotal,8\nNorth,4\n',
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      {
        name: 'counts',
        path: 'counts.csv',
        asOf: '2022-01',
        title: 'Counts',
        schema: {
          fields: [
            {name: 'region', type: 'string'},
            {name: 'year', type: 'year'},
            ...['n', 'part', 'share'].map((name) => ({name, type: 'integer'})),
          ],
        },
      },
      {
        name: 'other',
        path: 'other.csv',
        title: 'Other',
        schema: {
          fields: [
            {name: 'region', type: 'string'},
            {name: 'm', type: 'integer'},
          ],
        },
      },
    ],
  }),
}

async function failuresOf(rule: string): Promise<string[]> {
  try {
    await readProject({...files, 'data/b/values.yaml': `${values}rules:\n  r: ${rule}\n`})
    return []
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause
    return cause.files.flatMap(({messages}) =>
      messages.map(
        ({reason, note}) => `${reason.replace(/ by the rule `r`$/, '')} (${/used in (.*)\.$/.exec(String(note))?.[1]})`,
      ),
    )
  }
}

const north = 'content/b/brief.md:5 “North {{a}}.”'
const both = `${north}, content/b/brief.md:7 “South {{b}} of {{format all "integer"}}.”`

it.each([
  ['{equal: [a, 3]}', []],
  ['{equal: [a, b]}', [`Unexpected \`a\`: \`3\`, expected \`5\`, which \`b\` is, (${both})`]],
  ['{equal: [a, b], within: 2}', []],
  ['{equal: [1.1, 1], within: 0.1}', []],
  ['{at-most: [0.8, 0.7], within: 0.1}', []],
  ['{at-most: [a, b]}', []],
  ['{at-most: [b, a]}', [`Unexpected \`b\`: \`5\`, expected at most \`3\`, which \`a\` is, (${both})`]],
  ['{between: {value: a, min: 0, max: 5}}', []],
  ['{between: {value: a, min: 4}}', [`Unexpected \`a\`: \`3\`, expected at least \`4\` (${north})`]],
  ['{adds-up: {parts: [a, b], total: all}}', []],
  [
    '{adds-up: {parts: [a, a], total: all}}',
    [`Unexpected \`all\`: \`8\`, expected \`6\`, which 3 + 3 add up to, (${both})`],
  ],
  ['{change: {from: a, to: b, printed: 67}}', []],
  ['{change: {from: a, to: b, printed: 66.7}}', []],
  ['{change: {from: a, to: b, printed: 66}}', [`Unexpected \`66\`: \`66\`, expected \`67\`, from 3 to 5, (${both})`]],
  [
    '{totals: {column: counts.n, total: {region: Total}, by: year}}',
    [
      `Unexpected \`n\` of Total, 2021 in \`counts\` (data/b/counts.csv:7:12): \`11\`, expected \`10\`, the sum of the other rows, (${both})`,
    ],
  ],
  ['{totals: {column: counts.n, total: {region: Total}, by: year}, within: 1}', []],
  [
    '{shares: {column: counts.share, by: year}}',
    ['Unexpected the sum of `share` of 2021 in `counts`: `95`, expected `100` within rounding (undefined)'],
  ],
  ['{shares: {column: counts.share, by: year}, within: 5}', []],
  [
    '{subset: {part: counts.part, whole: counts.n}}',
    [
      'Unexpected `part` of South, 2021 in `counts` (data/b/counts.csv:6:14): `7`, expected at most `6`, which `n` is, (undefined)',
    ],
  ],
  [
    '{bounds: {column: counts.share, min: 45}}',
    [
      'Unexpected `share` of South, 2020 in `counts` (data/b/counts.csv:3:16): `40`, expected at least `45` (undefined)',
    ],
  ],
  [
    '{agree: {columns: [counts.n, other.m], by: region}}',
    [
      `Unexpected \`n\` of North, 2021 in \`counts\` (data/b/counts.csv:5:12): \`4\`, expected \`3\` as in \`other\` (${both})`,
      `Unexpected \`n\` of South, 2021 in \`counts\` (data/b/counts.csv:6:12): \`6\`, expected \`5\` as in \`other\` (${both})`,
      `Unexpected \`n\` of Total, 2021 in \`counts\` (data/b/counts.csv:7:12): \`11\`, expected \`8\` as in \`other\` (${both})`,
    ],
  ],
  ['{one-per: {table: counts, by: [region, year]}}', []],
  [
    '{one-per: {table: other, by: [region]}}',
    ['Unexpected second row of `other` (data/b/other.csv:5:1): `North`, expected one row for each region (undefined)'],
  ],
  [
    '{same-date: [counts, other]}',
    ['Unexpected as-of date of `other`: `none`, expected `2022-01` as of `counts` (undefined)'],
  ],
])('%s', async (rule, expected) => {
  expect(await failuresOf(rule)).toEqual(expected)
})

it('shows the first failures of a rule and counts the rest', async () => {
  const rows = Array.from({length: 30}, (_, index) => `R${index},1`)
  const text = `region,m\n${rows.join('\n')}\n`
  const rules = `${values}rules:\n  r: {bounds: {column: other.m, min: 2}}\n`
  await expect(readProject({...files, 'data/b/other.csv': text, 'data/b/values.yaml': rules})).rejects.toSatisfy(
    (cause: AuthorError) => {
      const notes = cause.files.flatMap(({messages}) => messages.map(({note}) => String(note)))
      return notes.length === 20 && notes.at(-1)?.endsWith('The rule fails in 10 more places.') === true
    },
  )
})
