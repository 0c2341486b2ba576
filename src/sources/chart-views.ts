import {definitionName} from '../messages/definitions.ts'
import {report} from '../messages/message.ts'
import {wrongType} from '../messages/sources.ts'
import {valuesNameTaken} from '../messages/values.ts'
import type {ChartSource} from '../model/brief.ts'
import type {ValueDefinitions, ViewDefinition} from '../model/values.ts'
import {parseJson} from './parse-json.ts'
import {kindOf} from './report-issues.ts'
import {isMap} from './shapes.ts'
import {NAME, validateView} from './validate-values.ts'

/** What a spec says of views of its own: `usermeta` is where Vega-Lite lets everybody write what it does not read. */
export function chartViews(spec: ChartSource['spec']): unknown {
  const {usermeta} = spec
  return isMap(usermeta) ? usermeta['views'] : undefined
}

/**
 * The definitions of a brief with the views that its charts define, as
 * `"usermeta": {"views": {"by-year": {"sql": "SELECT ..."}}}`. They are views as those of `values.yaml` are; what is wrong
 * with them is reported on the chart's file.
 */
export function withChartViews(
  definitions: ValueDefinitions,
  charts: ReadonlyMap<string, ChartSource>,
): ValueDefinitions {
  const views = new Map(definitions.views)
  for (const {file, spec} of charts.values()) {
    const found = chartViews(spec)
    if (found === undefined) continue
    for (const view of viewsOf(found, file)) {
      if (views.has(view.name)) report(file, view.place, valuesNameTaken(view.name))
      else views.set(view.name, view)
    }
  }
  return {...definitions, views}
}

function viewsOf(found: unknown, file: ChartSource['file']): readonly ViewDefinition[] {
  const placed = parseJson(String(file), file)
  if (placed === undefined) return []
  const path = ['usermeta', 'views']
  if (!isMap(found)) {
    report(file, placed.at(path), wrongType(kindOf(found), 'views by name, as `{"by-year": {"sql": "SELECT ..."}}`'))
    return []
  }
  return Object.entries(found).flatMap(([name, input]) => {
    if (!NAME.test(name)) report(file, placed.nameAt([...path, name]), definitionName(name))
    const view = validateView(name, input, {file, placed, base: [...path, name]})
    return view === undefined ? [] : [{...view, file}]
  })
}
