import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {isMapAddress, loadMaps, mapsOf, maybeMapFile} from '../../../src/charts/maps.ts'

const address = 'https://cdn.jsdelivr.net/npm/world-atlas@2/countries-110m.json'
const spec = {layer: [{data: {url: address}}, {data: {url: 'https://example.org/a.json'}}]}

test('takes addresses of maps for files of a package, and no others', () => {
  expect(maybeMapFile(address)).toBe('world-atlas/countries-110m.json')
  expect(maybeMapFile(address.replace('@2', ''))).toBe('world-atlas/countries-110m.json')
  for (const other of ['http://', 'countries-110m.json', '/../x', '?a', 'us-atlas']) {
    const wrong =
      other === '/../x' || other === '?a'
        ? address + other
        : address.replace('https://cdn.jsdelivr.net/npm/world-atlas@2/', other)
    expect(maybeMapFile(wrong)).toBeUndefined()
  }
})

test('takes a file beside the chart for a map', async () => {
  const own = new Map([['provinces.topojson', new VFile('{"type":"Topology"}')]])
  const provinces = {data: {url: 'provinces.topojson'}}
  expect(isMapAddress('provinces.topojson', own)).toBe(true)
  expect(isMapAddress('../provinces.topojson', own)).toBe(false)
  const maps = await loadMaps([provinces], {maybeReadPackage: () => Promise.resolve(undefined)}, own)
  expect(maps).toEqual({'provinces.topojson': '{"type":"Topology"}'})
})

test('reads the maps that charts name, each once', async () => {
  const read: string[] = []
  const maybeReadPackage = (specifier: string): Promise<Uint8Array> => {
    read.push(specifier)
    return Promise.resolve(new TextEncoder().encode('{}'))
  }
  const maps = await loadMaps([spec, spec], {maybeReadPackage})
  expect(read).toEqual(['world-atlas/countries-110m.json'])
  expect(mapsOf(spec, maps)).toEqual({[address]: '{}'})
  expect(mapsOf({data: {name: 'a'}}, maps)).toEqual({})
})

test('throws where the package lacks the file', async () => {
  const maybeReadPackage = () => Promise.resolve(undefined)
  await expect(loadMaps([spec], {maybeReadPackage})).rejects.toThrow('world-atlas/countries-110m.json is missing')
})
