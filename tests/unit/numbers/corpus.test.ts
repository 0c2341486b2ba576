import {readFile} from 'node:fs/promises'
import {describe, expect, it} from 'vitest'
import type {AuditedNumber} from '../../../src/numbers/audit.ts'
import {checkBrief} from '../../../src/numbers/check-brief.ts'
import {readProject} from '../../support/read-project.ts'

/**
 * The audit against sentences whose verdicts were written by hand: tests/corpus/sentences.txt says how. Precision and
 * recall are of verdicts, a number with its state, and of the messages beside them.
 */
async function readCases(file: string): Promise<readonly Case[]> {
  const corpus = await readFile(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
  return corpus
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseCase)
}

interface Case {
  readonly sentence: string
  /** The verdicts in order: `N 38`. Of a bound number the text is what the audit finds. */
  readonly verdicts: readonly string[]
  readonly ids: readonly string[]
}

function parseCase(line: string): Case {
  const [annotated = '', ids = ''] = line.split(' => ')
  const sentence = annotated.replace(/\[\[[A-Z]\|((?:[^\]]|\](?!\]))*)\]\]/g, '$1')
  const verdicts = [...annotated.matchAll(/\[\[([A-Z])\|((?:[^\]]|\](?!\]))*)\]\]/g)].map(([, state, text = '']) =>
    `${state} ${text.includes('{{') ? '' : text}`.trim(),
  )
  return {sentence, verdicts, ids: ids.split(' ').filter((id) => id !== '')}
}

const rows = [
  ['Khyber Pakhtunkhwa', '2021-22', 240, 300],
  ['Balochistan', '2021-22', 171, 150],
  ['Sindh', '2021-22', 13, 9],
  ['Punjab', '2021-22', 9, 12],
  ['Khyber Pakhtunkhwa', '2020-21', 140, 150],
  ['Balochistan', '2020-21', 131, 120],
  ['Sindh', '2020-21', 14, 30],
  ['Punjab', '2020-21', 9, 10],
]
const regions = ['Khyber Pakhtunkhwa', 'Balochistan', 'Sindh', 'Punjab']
const table = (name: string, fields: readonly object[]): object => ({
  name,
  path: `${name}.csv`,
  title: name,
  schema: {fields},
})
const string = (name: string): object => ({name, type: 'string'})
const integer = (name: string): object => ({name, type: 'integer', title: name.charAt(0).toUpperCase() + name.slice(1)})

const project = {
  'data/b/attacks.csv': ['region,period,attacks,killed', ...rows.map((row) => row.join(','))].join('\n'),
  'data/b/places.csv': ['region,camps', ...regions.map((region, index) => `${region},${index + 2}`)].join('\n'),
  'data/b/spending.csv': 'ministry,year,rupees\nEducation,2021,1250\nHealth,2021,977\n',
  'data/b/students.csv': 'year,students\n2020,4575\n2021,4812\n',
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      table('attacks', [string('region'), string('period'), integer('attacks'), integer('killed')]),
      table('places', [string('region'), integer('camps')]),
      table('spending', [string('ministry'), {name: 'year', type: 'year'}, integer('rupees')]),
      table('students', [{name: 'year', type: 'year'}, integer('students')]),
    ],
  }),
  'data/b/values.yaml': `values:
  attacks-after: {sum: attacks.attacks, where: {period: 2021-22}}
  attacks-before: {sum: attacks.attacks, where: {period: 2020-21}}
  attacks-change: {percent-change: [attacks-before, attacks-after], format: percent}
  killed-after: {sum: attacks.killed, where: {period: 2021-22}}
  killed-before: {sum: attacks.killed, where: {period: 2020-21}}
  killed-change: {percent-change: [killed-before, killed-after], format: percent}
  sindh-attacks: {sum: attacks.attacks, where: {period: 2021-22, region: Sindh}}
  deadliness: {ratio: [killed-after, attacks-after], format: decimal2}
  spending: {sum: spending.rupees, where: {ministry: Education, year: 2021}}
  closed: {text: "2022-08-20", format: date, source: the database}
`,
}

describe.each([
  {file: 'sentences.txt', least: 200},
  {file: 'unseen.txt', least: 190},
  {file: 'german.txt', least: 30, lang: 'de'},
  {file: 'french.txt', least: 30, lang: 'fr'},
  {file: 'spanish.txt', least: 29, lang: 'es-MX'},
])('the corpus $file', async ({file, least, lang = 'en'}) => {
  const cases = await readCases(file)
  const body = cases.map(({sentence}) => sentence).join('\n\n')
  const brief = await readProject({
    ...project,
    'content/b/brief.md': `---\ntitle: Corpus\nlang: ${lang}\n---\n\n${body}\n`,
  })
  const {numbers} = checkBrief(brief)
  const lines = body.split('\n')
  const found = cases.map(({sentence}) => {
    const line = lines.indexOf(sentence) + 6
    return {verdicts: verdictsOn(line), ids: idsOn(line)}
  })

  function verdictsOn(line: number): string[] {
    return numbers
      .filter(({passage}) => passage.kind === 'paragraph' && passage.anchors[0]?.from?.line === line)
      .map((number) => `${codeOf(number)} ${number.printed === undefined ? number.mention.text : ''}`.trim())
  }

  function idsOn(line: number): string[] {
    const {narrative} = brief.merged.brief
    const messages = narrative.messages.filter((message) => message.line === line)
    return messages.map(({ruleId}) => ruleId ?? '').filter((id) => !stateIds.has(id))
  }

  it.each(cases.map((one, index) => ({...one, index})))('$sentence', ({verdicts, ids, index}) => {
    expect(found[index]).toEqual({verdicts, ids})
  })

  it('has precision and recall of at least 0.95', () => {
    const loose = score(/^[NWE] /)
    const all = score(/^/)
    const typed = cases.length
    console.log(`${file}: ${typed} sentences; typed numbers: ${told(loose)}; all verdicts and messages: ${told(all)}`)
    expect(typed).toBeGreaterThanOrEqual(least)
    for (const {precision, recall} of [loose, all]) {
      expect(precision).toBeGreaterThanOrEqual(0.95)
      expect(recall).toBeGreaterThanOrEqual(0.95)
    }
  })

  /** Of what was found, how much is right; of what is right, how much was found. */
  function score(kind: RegExp): {precision: number; recall: number} {
    const wanted = cases.map(({verdicts, ids}) => [...verdicts, ...ids].filter((one) => kind.test(one)))
    const given = found.map(({verdicts, ids}) => [...verdicts, ...ids].filter((one) => kind.test(one)))
    const right = wanted.reduce((sum, ones, index) => sum + common(ones, given[index] ?? []), 0)
    return {precision: right / given.flat().length, recall: right / wanted.flat().length}
  }
})

function common(wanted: readonly string[], given: readonly string[]): number {
  const left = [...given]
  return wanted.filter((one) => {
    const at = left.indexOf(one)
    if (at !== -1) left.splice(at, 1)
    return at !== -1
  }).length
}

function told({precision, recall}: {precision: number; recall: number}): string {
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
}

const stateIds = new Set(['numbers-loose', 'numbers-coincidence', 'numbers-contradiction'])

function codeOf({state, comparison}: AuditedNumber): string {
  if (state !== 'loose') return {bound: 'B', declared: 'D', structural: 'S'}[state]
  if (comparison === undefined) return 'N'
  return comparison.verdict === 'contradiction' ? 'E' : 'W'
}
