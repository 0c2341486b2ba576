import type {VFile} from 'vfile'
import {missingPackage} from '../messages/packages.ts'
import {report} from '../messages/message.ts'
import type {Brief} from '../model/brief.ts'
import type {DataPackage} from '../model/data.ts'
import type {Sources} from '../model/sources.ts'
import {withChartViews} from './chart-views.ts'
import {parseJson} from './parse-json.ts'
import {parseNarrative} from './parse-narrative.ts'
import {validateCharts} from './validate-charts.ts'
import {emptyFrontMatter, validateFrontMatter} from './validate-front-matter.ts'
import {validatePackage} from './validate-package.ts'
import {validateSilence} from './validate-silence.ts'
import {validateResources} from './validate-resources.ts'
import {validateValues} from './validate-values.ts'

/**
 * From sources to a brief that can be trusted. Every mistake is a message on its file, see `filesOf`; the brief is
 * whole only when there is none.
 */
export async function validateBrief(sources: Sources): Promise<Brief> {
  const {name, narrative, values, charts, images, accepted} = sources
  const {frontMatter, body, bodyLine} = parseNarrative(narrative)
  const specs = validateCharts(charts)
  const entries = frontMatter ? validateFrontMatter(frontMatter, narrative) : emptyFrontMatter()
  if (frontMatter && entries.silence) {
    await validateSilence(entries.silence, {file: narrative, placed: frontMatter, base: ['silence']})
  }
  return {
    name,
    narrative,
    frontMatter: entries,
    at: (path) => frontMatter?.at(path),
    body,
    bodyLine,
    data: await maybeData(sources),
    definitions: withChartViews(validateValues(values), specs),
    charts: specs,
    maps: validMaps(sources.maps),
    images,
    ...(accepted !== undefined && {accepted}),
  }
}

/** All files that a brief is made of: those that messages may be on. */
export function filesOf(sources: Sources): readonly VFile[] {
  const maps = sources.maps ?? new Map<string, VFile>()
  const {narrative, package: described, values, data, charts, images, accepted} = sources
  const single = [narrative, described, values, accepted].filter((file) => file !== undefined)
  return [...single, ...data.values(), ...charts.values(), ...maps.values(), ...images.values()]
}

/** Maps that are JSON; the others have a message. */
function validMaps(maps: Sources['maps'] = new Map()): ReadonlyMap<string, VFile> {
  return new Map([...maps].filter(([, file]) => parseJson(String(file), file) !== undefined))
}

async function maybeData(sources: Sources): Promise<DataPackage | undefined> {
  const {package: file} = sources
  if (!file) {
    reportUndescribed(sources)
    return undefined
  }
  const {resources, title, licenses, sources: origins} = validatePackage(file)
  const {tables, store} = await validateResources(resources, file, sources)
  return {
    file,
    ...(title === undefined ? {} : {title}),
    licenses,
    sources: origins,
    tables: [...tables.values()].map(({table}) => table),
    placeOf: (name, row, field) => {
      const found = tables.get(name)
      const column = found?.columnOf[found.table.fields.findIndex((each) => each.name === field)] ?? -1
      return column === -1 ? undefined : found?.records?.placeOf(row, column)
    },
    ...(store === undefined ? {} : {store}),
  }
}

/** Data that nothing describes cannot be used; whoever put them there thinks that they are. */
function reportUndescribed({name, data}: Sources): void {
  for (const [path, file] of data) {
    if (/\.(?:csv|tsv|xlsx|parquet)$/i.test(path))
      report(file, undefined, missingPackage(`data/${name}/datapackage.json`))
  }
}
