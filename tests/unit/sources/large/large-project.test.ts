import {describe, expect, it} from 'vitest'
import {createFiles} from '../../../../src/effects/files.ts'
import {AuthorError} from '../../../../src/messages/message.ts'
import {readBrief, type ReadBrief} from '../../../../src/read-brief.ts'
import {LARGE} from '../../../../src/sources/large/large.ts'
import {makeProject} from '../../../support/temp-project.ts'
import {told} from '../../../support/told.ts'

const row = (index: number): string => `${index},Province ${index % 7},${index % 10},${'remark '.repeat(20)}`
const count = Math.ceil(LARGE / row(0).length)
const csv = `id,province,killed,remark\n${Array.from({length: count}, (_, index) => row(index)).join('\n')}\n`

const described = {
  name: 'b',
  resources: [
    {
      name: 'attacks',
      path: 'attacks.csv',
      schema: {
        fields: [
          {name: 'id', type: 'integer', title: 'Id'},
          {name: 'province', title: 'Province'},
          {name: 'killed', type: 'integer', title: 'Killed'},
          {name: 'remark', title: 'Remark'},
        ],
        primaryKey: 'id',
      },
    },
  ],
}

interface Read {
  readonly brief?: ReadBrief
  readonly messages: readonly string[]
  readonly stages: readonly string[]
}

async function read(files: Readonly<Record<string, string>>): Promise<Read> {
  await using project = await makeProject({
    'data/b/attacks.csv': csv,
    'data/b/datapackage.json': JSON.stringify(described),
    ...files,
  })
  const stages: string[] = []
  const effects = {
    files: createFiles({project: project.path}),
    stages: {begin: (stage: string, detail = '') => void stages.push(`${stage} ${detail}`.trim()), timings: () => ({})},
  }
  try {
    return {brief: await readBrief('b', {project: project.path}, effects), messages: [], stages}
  } catch (cause) {
    if (!(cause instanceof AuthorError)) throw cause
    return {messages: cause.files.flatMap((file) => told(file)), stages}
  }
}

const head = '---\ntitle: Large\n---\n\n'

describe('a brief with a large file', () => {
  it('has values and views of it, and no row of it in JavaScript', async () => {
    const {brief, messages, stages} = await read({
      'data/b/values.yaml': `values:
  total: {count: attacks.id}
views:
  provinces: {sql: 'SELECT province, sum(killed) AS killed FROM attacks GROUP BY province ORDER BY province'}
`,
      'content/b/brief.md': `${head}There were {{total}} attacks.\n\n::table[By province]{data="provinces"}\n`,
    })
    expect(messages).toEqual([])
    expect(brief?.merged.values.values.get('total')?.raw).toBe(count)
    expect(brief?.merged.tables.get('attacks')).toMatchObject({size: count, rows: []})
    expect(brief?.merged.tables.get('provinces')?.rows).toHaveLength(7)
    expect(stages).toContain('validate attacks.csv, 17 MB')
  })

  it('says that its rows are not for a page: data-table-large', async () => {
    const {messages} = await read({'content/b/brief.md': `${head}::table[All]{data="attacks"}\n`})
    expect(messages).toEqual([expect.stringContaining('data-table-large')])
    const cells = await read({'content/b/brief.md': `${head}{{cell "attacks" row="1" column="killed"}}\n`})
    expect(cells.messages).toEqual([expect.stringContaining(`table \`attacks\` of ${count} rows`)])
    const rules = await read({
      'data/b/values.yaml': 'rules:\n  few: {bounds: {column: attacks.killed, max: 3}}\n',
      'content/b/brief.md': head,
    })
    expect(rules.messages).toEqual([expect.stringContaining('data-table-large')])
  })

  it('lets no SQL read the file, or another', async () => {
    const {messages} = await read({
      'data/b/values.yaml': `values:
  own: {sql: "SELECT count(*) FROM read_csv('data/b/attacks.csv')"}
  other: {sql: "SELECT count(*) FROM '/etc/passwd'"}
  net: {sql: "SELECT count(*) FROM read_csv('https://example.org/a.csv')"}
  raw: {sql: 'SELECT count(*) FROM "raw text of a file"'}
`,
      'content/b/brief.md': head,
    })
    expect(messages).toHaveLength(4)
  })
})
