import {join, relative, resolve, sep} from 'node:path'

/** The schemas that come with the program. */
const schemas = resolve(import.meta.dirname, '../../schemas')

/**
 * The comment by which an editor finds the schema of a YAML file, so that it suggests entries and marks mistakes. Empty
 * where the program lies outside the project: the way to it is then another on every machine.
 */
export function modeline(name: string, {project, folder}: {readonly project: string; readonly folder: string}): string {
  const path = join(schemas, `${name}.schema.json`)
  if (!path.startsWith(project + sep)) return ''
  return `# yaml-language-server: $schema=${relative(folder, path).replaceAll(sep, '/')}\n`
}
