import type {Document, Merged} from '../model/document.ts'
import {checkExternal, type CheckOptions} from './check-external.ts'
import {webLinks} from './document-links.ts'
import {reportExternal} from './report-external.ts'

/** Asks the web whether what a brief links to is there, and reports on the narrative what is not. */
export async function askForLinks(
  {document, merged}: {readonly document: Document; readonly merged: Pick<Merged, 'brief'>},
  options: CheckOptions,
): Promise<void> {
  const found = webLinks(document)
  const answers = await checkExternal(
    found.map(({address}) => address),
    options,
  )
  reportExternal(found, {answers, hosts: options.hosts}, merged.brief.narrative)
}
