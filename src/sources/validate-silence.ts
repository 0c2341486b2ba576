import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {silencedError, unknownSilenced} from '../messages/settings.ts'
import type {Path, Placed} from './placed.ts'

export interface SilenceTarget {
  readonly file: VFile
  readonly placed: Pick<Placed, 'nameAt'>
  /** Where the map stands in the file. */
  readonly base: Path
}

/** Reports ids that no message has, which would silence nothing, and those of errors, which nothing silences. */
export async function validateSilence(
  silence: Readonly<Record<string, string>>,
  {file, placed, base}: SilenceTarget,
): Promise<void> {
  const {explained} = await import('../messages/explain.ts')
  for (const id of Object.keys(silence)) {
    const place = placed.nameAt([...base, id])
    const known = Object.hasOwn(explained, id) ? explained[id] : undefined
    if (known === undefined) report(file, place, unknownSilenced(id, Object.keys(explained)))
    else if (known.severity === 'error') report(file, place, silencedError(id))
  }
}
