import {crc32} from 'node:zlib'
import {expect, test} from 'vitest'
import {collectDownloads} from '../../../../src/editions/web/downloads.ts'
import {collectCitations, collectDataPackage} from '../../../../src/editions/web/offers.ts'
import {writeZip} from '../../../../src/editions/web/zip.ts'
import {makeTable} from '../../../support/make-merged.ts'
import {makeDocument, makeFrontMatter, makeInput} from '../sample-edition.ts'

const document = makeDocument({frontMatter: makeFrontMatter({title: 'Rain'}), tables: ['rain']})
const tables = new Map([['rain', {...makeTable('rain', {mm: {type: 'integer'}}, [{mm: 41}]), title: 'Rain by year'}]])
const input = makeInput(document, {tables, pageUrl: 'https://example.org/rain/', licenses: [{name: 'CC-BY-4.0'}]})

test('the record for reference managers says its format and size', () => {
  const offers = collectCitations(input)
  expect(offers.map(({title, href}) => [title, href])).toEqual([
    ['BibTeX', 'cite/test.bib'],
    ['RIS', 'cite/test.ris'],
    ['CSL-JSON', 'cite/test.csl.json'],
  ])
  expect(offers[0]?.kind).toBe(`${offers[0]?.file.content.length} bytes`)
})

test('the data are described as a data package', () => {
  const made = collectDataPackage(input, collectDownloads(input))
  const text = new TextDecoder().decode(made?.description.content as Uint8Array)
  expect(JSON.parse(text)).toMatchObject({
    name: 'test',
    title: 'Rain',
    homepage: 'https://example.org/rain/',
    licenses: [{name: 'CC-BY-4.0'}],
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        mediatype: 'text/csv',
        bytes: 8,
        schema: {fields: [{name: 'mm', type: 'integer'}]},
      },
    ],
  })
})

test('a brief without data offers no package', () => {
  expect(collectDataPackage(makeInput(makeDocument()), [])).toBeUndefined()
})

test('the archive holds its files, whole', () => {
  const entries = [
    {path: 'a.txt', content: new TextEncoder().encode('first\n')},
    {path: 'é.csv', content: new TextEncoder().encode('x,y\r\n1,2\r\n')},
  ]
  expect(unzip(Buffer.from(writeZip(entries)))).toEqual(entries)
})

/** Reads an archive as others do: from its end, by its directory, checking sums. */
function unzip(zip: Buffer) {
  const end = zip.lastIndexOf('PK\u0005\u0006')
  const found = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(zip.toString('latin1', at, at + 4)).toBe('PK\u0001\u0002')
    const [size, length, local] = [zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)]
    const path = zip.toString('utf8', at + 46, at + 46 + length)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = new Uint8Array(zip.subarray(start, start + size))
    expect(crc32(content)).toBe(zip.readUInt32LE(at + 16))
    found.push({path, content})
    at += 46 + length
  }
  return found
}
