import type {Composed} from '../compose-brief.ts'
import type {OutputFile} from '../model/document.ts'
import {withoutHiddenRows, takeSnapshot} from './take-snapshot.ts'

/** The name of an edition's snapshot in its output folder. */
export const recordName = 'record.json'

/**
 * The edition as it stands, in its output folder, for later comparison: see Snapshot. It holds no rows of data that the
 * edition does not show.
 */
export function writeRecord({document, merged, inputs}: Composed, pages: number | undefined): OutputFile {
  const snapshot = withoutHiddenRows(takeSnapshot({document, merged, inputs, pages}), document.tables)
  return {path: recordName, content: `${JSON.stringify(snapshot)}\n`}
}
