import * as v from 'valibot'
import type {VFile} from 'vfile'
import {duplicateResource, foreignKeyLength, unknownField, unknownResource} from '../messages/packages.ts'
import {report} from '../messages/message.ts'
import {wrongType} from '../messages/sources.ts'
import type {DataPackage} from '../model/data.ts'
import {packageSchema} from './package-schema.ts'
import {parseJson, reportDuplicateNames} from './parse-json.ts'
import type {Placed} from './placed.ts'
import {kindOf, reportIssues} from './report-issues.ts'
import {reportMisspelled} from './report-misspelled.ts'
import type {Resource} from './resource.ts'
import {isMap} from './shapes.ts'
import {toSource} from './to-source.ts'
import {validateResource} from './validate-resource.ts'

/** datapackage.json of the right shape; the resources' files are not read yet. */
export interface PackageDescription {
  readonly title?: string
  readonly licenses: DataPackage['licenses']
  readonly sources: DataPackage['sources']
  readonly resources: readonly Resource[]
}

/** Validates datapackage.json. Resources with mistakes are reported and left out. */
export function validatePackage(file: VFile): PackageDescription {
  const empty = {licenses: [], sources: [], resources: []}
  const placed = parseJson(String(file), file)
  if (!placed) return empty
  reportDuplicateNames(String(file), file)
  if (!isMap(placed.value)) {
    report(file, placed.at([]), wrongType(kindOf(placed.value), 'a data package in braces `{}`'))
    return empty
  }
  reportMisspelled(placed.value, placed, file)
  const result = v.safeParse(packageSchema, placed.value)
  if (!result.success) {
    reportIssues(result.issues, {file, placed, owner: 'data package', schema: packageSchema})
    return empty
  }
  const {title, licenses, sources, resources} = result.output
  const valid = resources.flatMap((input, index) => validateResource(input, {index, placed, file, sources}) ?? [])
  // A key may refer to a resource that is left out for its mistakes.
  const declared = resources.flatMap((input) => ('name' in input && typeof input.name === 'string' ? [input.name] : []))
  reportReferences(valid, declared, file)
  return {
    ...(title === undefined ? {} : {title}),
    licenses: licenses.map(({name, title: heading, path}) => ({
      name: name ?? path ?? '',
      ...(heading === undefined ? {} : {title: heading}),
      ...(path === undefined ? {} : {path}),
    })),
    sources: sources.map(toSource),
    resources: unique(valid, file),
  }
}

function unique(resources: readonly Resource[], file: VFile): readonly Resource[] {
  return resources.filter((resource, index) => {
    const isFirst = resources.findIndex(({name}) => name === resource.name) === index
    if (!isFirst) report(file, resource.at(['name']), duplicateResource(resource.name))
    return isFirst
  })
}

/** Keys name fields of their resource, or of the one that they refer to. */
function reportReferences(resources: readonly Resource[], declared: readonly string[], file: VFile): void {
  for (const resource of resources) {
    const own = fieldNames(resource)
    const check = (names: readonly string[], owner: string, at: Parameters<Placed['at']>[0]): void => {
      for (const name of names) {
        if (!own.includes(name))
          report(file, resource.at(at), unknownField(name, `${owner} of \`${resource.name}\``, own))
      }
    }
    check(resource.primaryKey, 'primary key', ['schema', 'primaryKey'])
    for (const [index, key] of resource.uniqueKeys.entries()) check(key, 'unique key', ['schema', 'uniqueKeys', index])
    for (const [index, key] of resource.foreignKeys.entries()) {
      const at = ['schema', 'foreignKeys', index]
      check(key.fields, 'foreign key', [...at, 'fields'])
      reportTarget(key, {resources, declared}, (message, more) => report(file, resource.at([...at, ...more]), message))
    }
  }
}

type Tell = (message: ReturnType<typeof unknownResource>, at: readonly string[]) => void

function reportTarget(
  key: Resource['foreignKeys'][number],
  {resources, declared}: {readonly resources: readonly Resource[]; readonly declared: readonly string[]},
  tell: Tell,
): void {
  if (!declared.includes(key.resource)) tell(unknownResource(key.resource, declared), ['reference', 'resource'])
  const target = resources.find(({name}) => name === key.resource)
  if (!target) return
  if (key.fields.length !== key.reference.length)
    tell(foreignKeyLength(key.fields.length, key.reference.length), ['fields'])
  const known = fieldNames(target)
  for (const name of key.reference) {
    if (!known.includes(name))
      tell(unknownField(name, `foreign key to \`${target.name}\``, known), ['reference', 'fields'])
  }
}

function fieldNames({fields}: Resource): readonly string[] {
  return fields.map(({field}) => field.name)
}
