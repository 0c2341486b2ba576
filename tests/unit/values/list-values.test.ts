import {expect, test} from 'vitest'
import {listValues} from '../../../src/values/list-values.ts'
import {readProject} from '../../support/read-project.ts'

const files = {
  'content/b/brief.md': '---\ntitle: Most {{most}}\n---\n\nIt was {{most}}\nand {{most}}, {{top}}.\n',
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        title: 'Rain',
        asOf: '2026-01',
        schema: {fields: ['place', 'mm'].map((name) => ({name, type: name === 'mm' ? 'integer' : 'string'}))},
      },
    ],
  }),
  'data/b/rain.csv': 'place,mm\nAden,5\nSanaa,9\nTaiz,7\nIbb,12\n',
  'data/b/values.yaml': `values:
  most: {max: rain.mm, unit: mm}
  wettest: {first: rain.place, where: {mm: "{{most}}"}}
  over: {sql: 'SELECT count(*) FROM rain WHERE mm < {{most}} AND place <> {{wettest}}'}
  middle: {median: rain.mm}
  span: {range: [low, most]}
  low: {min: rain.mm}
  rise: {points: [low, most]}
  top: {top: {of: rain.place, by: rain.mm, count: 2}}
  dry: {top: {of: rain.place, by: rain.mm, count: 1, order: ascending}, note: gauge}
`,
}

test('lists values with their figures, and the places and values that use them', async () => {
  const {merged, document} = await readProject(files)
  const definitions = merged.brief.definitions.values
  const listed = listValues({values: merged.values.values, definitions, printed: document.printed})
  expect(listed.map(({value: {name, text}, form}) => `${name} ${form}: ${text}`)).toEqual([
    'most max: 12',
    'wettest first: Ibb',
    'over sql: 3',
    'middle median: 8',
    'span range: 5–12',
    'low min: 5',
    'rise points: 7 percentage points',
    'top top: Ibb and Sanaa',
    'dry top: Aden',
  ])
  expect(listed[0]?.used).toEqual(['content/b/brief.md:2', 'content/b/brief.md:5', 'content/b/brief.md:6'])
  expect(listed[0]?.usedBy).toEqual(['wettest', 'over', 'span', 'rise'])
  expect(listed[0]?.value.asOf).toBe('2026-01')
  expect(listed[8]?.used).toEqual([])
})
