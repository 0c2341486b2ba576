import {isJsonObject} from './chart-job.ts'
import type {JsonObject} from './chart-job.ts'

export interface NamedData {
  /** Names of tables in order of their first use, without those that the spec defines itself. */
  readonly names: readonly string[]
  /** Addresses that the spec would fetch data from. */
  readonly urls: readonly string[]
  /** Rows that stand in the spec. */
  readonly inline: readonly (readonly unknown[])[]
  /** Fields of sequences that the spec makes. */
  readonly generated: readonly string[]
}

/** The data that a Vega-Lite or Vega spec draws, wherever it names them: layers, facets, concatenations, look-ups. */
export function namedData(spec: JsonObject): NamedData {
  const found = {
    names: new Set<string>(),
    urls: new Set<string>(),
    inline: [] as unknown[][],
    generated: [] as string[],
  }
  const datasets = isJsonObject(spec['datasets']) ? spec['datasets'] : {}
  for (const rows of Object.values(datasets)) if (Array.isArray(rows)) found.inline.push(rows)
  collect(spec, found)
  const own = new Set([...Object.keys(datasets), ...derivedNames(spec['data'])])
  const names = [...found.names].filter((name) => !own.has(name))
  return {names, urls: [...found.urls], inline: found.inline, generated: found.generated}
}

interface Found {
  readonly generated: string[]
  readonly names: Set<string>
  readonly urls: Set<string>
  readonly inline: unknown[][]
}

function collect(value: unknown, found: Found): void {
  if (Array.isArray(value)) value.forEach((part) => collect(part, found))
  if (!isJsonObject(value)) return
  for (const [name, part] of Object.entries(value)) {
    if (name === 'datasets' || name === 'usermeta' || name === 'config') continue
    if (name === 'data') [part].flat().forEach((data) => collectData(data, found))
    else if (name !== 'values') collect(part, found)
  }
}

function collectData(data: unknown, found: Found): void {
  if (!isJsonObject(data)) return
  const {name, url, values, sequence} = data
  if (isJsonObject(sequence)) found.generated.push(typeof sequence['as'] === 'string' ? sequence['as'] : 'data')
  if (url !== undefined) found.urls.add(typeof url === 'string' ? url : JSON.stringify(url))
  else if (Array.isArray(values)) found.inline.push(values)
  else if (typeof name === 'string' && !isDerived(data)) found.names.add(name)
}

/** A data set that makes its own rows: Vega's `source`, Vega-Lite's generators, values in the spec. */
function isDerived(data: JsonObject): boolean {
  return ['source', 'values', 'url', 'sequence', 'graticule', 'sphere'].some((way) => data[way] !== undefined)
}

function derivedNames(data: unknown): readonly string[] {
  return [data]
    .flat()
    .filter(isJsonObject)
    .filter(isDerived)
    .map((each) => String(each['name']))
}
