import type {Effects} from './effects/effects.ts'
import type {Audit} from './pdf/audit/audit-pdf.ts'
import {version} from './version.ts'

/** What an output depends on beside its inputs and this program. */
const libraries = ['@duckdb/node-api', 'handlebars', 'vega', 'vega-lite'] as const

/** The versions of the program and of what has a say in its outputs, for the manifest. */
export async function collectVersions(
  {files}: Pick<Effects, 'files'>,
  audit: Pick<Audit, 'producer'> | undefined,
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    libraries.map(async (name) => [name, versionIn(await files.maybeReadPackage(`${name}/package.json`))] as const),
  )
  const printer = audit === undefined ? {} : {print: audit.producer}
  return {'policy-brief': version, ...Object.fromEntries(found), ...printer}
}

function versionIn(manifest: Uint8Array | undefined): string {
  if (manifest === undefined) return 'unknown'
  const {version: found} = JSON.parse(new TextDecoder().decode(manifest)) as {version?: unknown}
  return typeof found === 'string' ? found : 'unknown'
}
