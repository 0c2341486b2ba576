import {VFile} from 'vfile'
import type {Sample} from './infer-resource.ts'
import {createProblems} from './problems.ts'
import {readParquet} from './read-parquet.ts'
import {readXlsx} from './read-xlsx.ts'
import {isMap} from './shapes.ts'

/** The same of a workbook's first sheet, or of a Parquet file. */
export async function maybeBinarySample(path: string, bytes: Uint8Array): Promise<Sample | undefined> {
  const file = new VFile({path})
  const problems = createProblems(file)
  const records = path.toLowerCase().endsWith('.xlsx')
    ? await readXlsx({sheet: undefined, fields: [], missingValues: []}, {bytes, file, problems})
    : await readParquet(bytes, file)
  return records && {path, columns: records.columns, rows: records.rows}
}

/** The heads and rows of a file that nobody has described yet; undefined where it holds no table. */
export async function maybeSample(path: string, text: string): Promise<Sample | undefined> {
  return path.toLowerCase().endsWith('.json') ? maybeJson(path, text) : await maybeCsv(path, text)
}

async function maybeCsv(path: string, text: string): Promise<Sample | undefined> {
  const {parse} = await import('csv-parse/sync')
  const [header = ''] = text.split('\n', 1)
  const delimiters = [',', ';', '\t', '|']
  const counts = delimiters.map((delimiter) => header.split(delimiter).length)
  const delimiter = delimiters[counts.indexOf(Math.max(...counts))] ?? ','
  try {
    const options = {delimiter, relax_column_count: true, skip_empty_lines: true}
    const [columns, ...rows] = parse(text, options)
    return columns === undefined ? undefined : {path, columns, rows, delimiter}
  } catch {
    return undefined
  }
}

function maybeJson(path: string, text: string): Sample | undefined {
  try {
    const list: unknown = JSON.parse(text)
    if (!Array.isArray(list) || !list.every(isMap)) return undefined
    const columns = [...new Set(list.flatMap((row) => Object.keys(row)))]
    return {path, columns, rows: list.map((row) => columns.map((name) => row[name]))}
  } catch {
    return undefined
  }
}
