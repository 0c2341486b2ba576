import type {VFile} from 'vfile'
import {missingDataFile} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import type {Sources} from '../model/sources.ts'
import {openStore, type Store} from '../values/store.ts'
import {maybeValidateLarge} from './large/validate-large.ts'
import type {Resource} from './resource.ts'
import {validateForeignKeys} from './validate-foreign-keys.ts'
import {validateRows, type ValidatedRows} from './validate-rows.ts'

export interface ValidatedResources {
  readonly tables: ReadonlyMap<string, ValidatedRows>
  /** Holds the rows of large tables; undefined where there are none. */
  readonly store: Store | undefined
}

/** Validates the rows of all resources, and what they refer to; `file` describes them. */
export async function validateResources(
  resources: readonly Resource[],
  file: VFile,
  {data, disk}: Pick<Sources, 'data' | 'disk'>,
): Promise<ValidatedResources> {
  const tables = new Map<string, ValidatedRows>()
  let store: Store | undefined
  for (const resource of resources) {
    const found = data.get(resource.path)
    const place = resource.kind === 'csv' ? disk?.get(resource.path) : undefined
    if (found === undefined) {
      report(file, resource.at(['path']), missingDataFile(resource.path, [...data.keys()]))
      continue
    }
    const large = place === undefined ? undefined : {file: found, disk: place, store: (store ??= await openStore())}
    const rows = large && (await maybeValidateLarge(resource, large))
    tables.set(resource.name, rows ?? (await validateRows(resource, found)))
  }
  await validateForeignKeys(resources, tables, store)
  return {tables, store}
}
