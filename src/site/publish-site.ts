import {join} from 'node:path'
import type {Effects, Files} from '../effects/effects.ts'
import type {Config} from '../model/config.ts'
import type {OutputFile} from '../model/document.ts'
import {maybeLoadInstalledTemplate} from '../sources/load-template.ts'
import {validateTemplate} from '../sources/validate-template.ts'
import {maybeReadFacts} from './page-facts.ts'
import {replaceSite} from './replace-site.ts'
import {renderSite, type SiteEntry} from './render-site.ts'

/**
 * Makes what several briefs have together: the page that lists them, and where the address is known the sitemap and the
 * feed. It lists what stands in the output folder, whether this run made it or an earlier one; a single brief needs no
 * list, and one that was made before is taken away.
 *
 * @returns the paths written
 * @throws OutputError when the output folder cannot be written
 */
export async function publishSite(config: Config, {files}: Pick<Effects, 'files'>): Promise<readonly string[]> {
  const names = await files.folders(config.output)
  const found = await Promise.all(
    names.map(async (name): Promise<SiteEntry[]> => {
      // What cannot be read is no brief of ours: the list is made without it.
      const manifest = await files.maybeRead(join(config.output, name, 'manifest.json')).catch(() => undefined)
      const facts = maybeReadFacts(manifest)
      return facts === undefined ? [] : [{name, ...facts}]
    }),
  )
  const outputs = await collectOutputs(found.flat().toSorted(newestFirst), config, files)
  await replaceSite(outputs, config.output, files)
  return outputs.map(({path}) => path)
}

async function collectOutputs(entries: readonly SiteEntry[], config: Config, files: Files): Promise<OutputFile[]> {
  const [newest] = entries
  if (newest === undefined || entries.length < 2) return []
  const sources = await maybeLoadInstalledTemplate(newest.template, {config, files})
  const template = sources && validateTemplate(sources)
  if (template?.manifest.parts.index === undefined) return []
  return await renderSite({entries, template, baseUrl: config.baseUrl, readPackage: files.maybeReadPackage})
}

function newestFirst(a: SiteEntry, b: SiteEntry): number {
  const [first = '', second = ''] = [a.date, b.date]
  if (first !== second) return first < second ? 1 : -1
  return a.name < b.name ? -1 : 1
}
