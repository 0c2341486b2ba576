import type {VFile} from 'vfile'
import {editDistance} from '../messages/edit-distance.ts'
import {misspelledProperty} from '../messages/packages.ts'
import {report} from '../messages/message.ts'
import type {Path, Placed} from './placed.ts'
import {isMap} from './shapes.ts'

// Data Package allows any other property, so that an unknown one is no mistake; one letter beside a known one is.

const described = 'name title description sources licenses $schema homepage'
const known: Readonly<Record<string, readonly string[]>> = {
  package: words(`${described} resources version created keywords contributors id image profile`),
  resource: words(`${described} path data type format mediatype encoding bytes hash dialect schema asOf profile`),
  schema: words('$schema fields fieldsMatch missingValues primaryKey uniqueKeys foreignKeys'),
  field: words(
    'name type format title description example constraints missingValues rdfType unit group categories ' +
      'categoriesOrdered bareNumber decimalChar groupChar trueValues falseValues',
  ),
  constraints: words(
    'required unique minimum maximum exclusiveMinimum exclusiveMaximum enum pattern minLength maxLength jsonSchema',
  ),
}

/** Warns of properties of datapackage.json that are nearly, and not quite, one that the program reads. */
export function reportMisspelled(described: Readonly<Record<string, unknown>>, placed: Placed, file: VFile): void {
  for (const {kind, path, value} of partsOf(described)) {
    const names = known[kind] ?? []
    for (const name of Object.keys(value)) {
      const meant = names.includes(name) ? undefined : names.find((candidate) => isSlip(name, candidate))
      if (meant !== undefined) report(file, placed.nameAt([...path, name]), misspelledProperty(name, meant))
    }
  }
}

interface Part {
  readonly kind: string
  readonly path: Path
  readonly value: Readonly<Record<string, unknown>>
}

function partsOf(described: Readonly<Record<string, unknown>>): Part[] {
  const resources = maps(described['resources'], ['resources'], 'resource')
  const schemas = resources.flatMap((part) => one(part, 'schema'))
  const fields = schemas.flatMap((part) => maps(part.value['fields'], [...part.path, 'fields'], 'field'))
  const constraints = fields.flatMap((part) => one(part, 'constraints'))
  return [{kind: 'package', path: [], value: described}, ...resources, ...schemas, ...fields, ...constraints]
}

function maps(list: unknown, path: Path, kind: string): Part[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((value: unknown, index) => (isMap(value) ? [{kind, path: [...path, index], value}] : []))
}

function one(part: Part, name: string): Part[] {
  const value = part.value[name]
  return isMap(value) ? [{kind: name, path: [...part.path, name], value}] : []
}

function isSlip(name: string, candidate: string): boolean {
  return name.toLowerCase() === candidate.toLowerCase() || (candidate.length > 3 && editDistance(name, candidate) <= 2)
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
