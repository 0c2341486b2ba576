import {createHash} from 'node:crypto'
import type {DataPackage, Field, Table} from '../../model/data.ts'
import type {OutputFile} from '../../model/document.ts'

export interface PackagedTable {
  readonly table: Table
  readonly file: OutputFile & {readonly content: Uint8Array}
}

export interface PackageInput {
  readonly name: string
  readonly title: string
  readonly homepage: string | undefined
  readonly licenses: DataPackage['licenses']
  readonly tables: readonly PackagedTable[]
}

/** The published tables as a Data Package (version 2), with what their columns mean: `datapackage.json`. */
export function writeDataPackage({name, title, homepage, licenses, tables}: PackageInput): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    homepage,
    licenses: licenses.length > 0 ? licenses : undefined,
    resources: tables.map(describe),
  }
  return `${JSON.stringify(descriptor, undefined, 2)}\n`
}

function describe({table, file}: PackagedTable) {
  return {
    name: table.name,
    type: 'table',
    path: file.path.slice(file.path.lastIndexOf('/') + 1),
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.content.length,
    hash: `sha256:${createHash('sha256').update(file.content).digest('hex')}`,
    sources: table.sources.length > 0 ? table.sources : undefined,
    asOf: table.asOf,
    schema: {fields: table.fields.map(describeField), missingValues: ['']},
  }
}

function describeField({name, type, title, unit, description}: Field) {
  return {name, type, title, description, unit}
}
