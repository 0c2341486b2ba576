import type {VFile} from 'vfile'
import type {ChartSource} from '../model/brief.ts'
import {reportDuplicateNames} from './parse-json.ts'
import {validateObject} from './validate-object.ts'

/** The brief's chart specs by key. What is not JSON, or not an object, is reported on its file and left out. */
export function validateCharts(files: ReadonlyMap<string, VFile>): ReadonlyMap<string, ChartSource> {
  const charts = new Map<string, ChartSource>()
  for (const [key, file] of files) {
    const spec = validateObject(file, 'a Vega-Lite spec in braces `{}`')
    if (!spec) continue
    reportDuplicateNames(String(file), file)
    charts.set(key, {file, spec})
  }
  return charts
}
