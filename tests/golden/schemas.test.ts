import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {differs} from '../support/differs.ts'
import {makeSchemas} from '../support/make-schemas.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const schemas = makeSchemas()

describe.each(Object.entries(schemas))('%s', (name, schema) => {
  it('is made from the schema that the program checks with', async () => {
    const text = `${JSON.stringify(schema, undefined, 2)}\n`
    expect(await differs(join(root, 'schemas', name), text), 'it is old: run `npm run generate`').toBe(false)
  })

  it('lists entries, refuses others, and leaves nothing open', () => {
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(1)
    // A data package may hold what other programs read.
    expect(schema.additionalProperties === false).toBe(!name.startsWith('datapackage'))
    expect(JSON.stringify(schema)).not.toContain('"allOf"')
  })
})

describe('schemas', () => {
  it('are all that stand in the folder', async () => {
    expect((await readdir(join(root, 'schemas'))).toSorted()).toEqual(Object.keys(schemas).toSorted())
  })

  it('know the entries of the sample', async () => {
    const described = JSON.parse(await readFile(join(root, 'data/after-kabul/datapackage.json'), 'utf8')) as object
    const {properties = {}} = schemas['datapackage.schema.json'] ?? {}
    expect(Object.keys(properties)).toEqual(
      expect.arrayContaining(Object.keys(described).filter((name) => name in properties)),
    )
    expect(Object.keys(schemas['front-matter.schema.json']?.properties ?? {})).toEqual(
      expect.arrayContaining(['title', 'authors', 'silence']),
    )
  })
})
