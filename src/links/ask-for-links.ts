import type {CacheDoor, LinkDoor} from '../effects/effects.ts'
import type {Document, Merged} from '../model/document.ts'
import {checkExternal} from './check-external.ts'
import {webLinks} from './document-links.ts'
import {reportExternal} from './report-external.ts'

export interface AskOptions {
  readonly links: LinkDoor
  /** Keeps answers between runs. */
  readonly cache: CacheDoor | undefined
  /** Hosts and beginnings of addresses that are not asked. */
  readonly skipped: readonly string[]
}

/** Asks the web whether what a brief links to is there, and reports on the narrative what is not. */
export async function askForLinks(
  {document, merged}: {readonly document: Document; readonly merged: Pick<Merged, 'brief'>},
  options: AskOptions,
): Promise<void> {
  const found = webLinks(document)
  const answers = await checkExternal(
    found.map(({address}) => address),
    options,
  )
  reportExternal(found, answers, merged.brief.narrative)
}
