import {join, relative, resolve, sep} from 'node:path'

/** The schemas that come with the program. */
const schemas = resolve(import.meta.dirname, '../../schemas')

export interface SchemaReader {
  readonly project: string
  /** Of the file that names the schema. */
  readonly folder: string
}

/**
 * The way from a folder to a schema, so that an editor suggests entries and marks mistakes. Undefined where the program
 * lies outside the project: the way to it is then another on every machine.
 */
export function maybeSchema(name: string, {project, folder}: SchemaReader): string | undefined {
  const path = join(schemas, `${name}.schema.json`)
  return path.startsWith(project + sep) ? relative(folder, path).replaceAll(sep, '/') : undefined
}

/** The comment by which an editor finds the schema of a YAML file; empty where there is no way to it. */
export function modeline(name: string, reader: SchemaReader): string {
  const path = maybeSchema(name, reader)
  return path === undefined ? '' : `# yaml-language-server: $schema=${path}\n`
}
