import {acceptedBaseline} from '../changes/baseline.ts'
import {compareWith} from '../changes/diff-brief.ts'
import {renderText} from '../changes/render-text.ts'
import {takeSnapshot} from '../changes/take-snapshot.ts'
import type {Composed} from '../compose-brief.ts'
import type {Effects} from '../effects/effects.ts'
import {AuthorError, Refusal} from '../messages/message.ts'
import type {Config} from '../model/config.ts'

export interface ChangesInput {
  readonly composed: Composed
  readonly pages: number | undefined
  readonly config: Config
  readonly effects: Pick<Effects, 'files' | 'stages' | 'git'>
}

/** What changed since the accepted edition, as `brief diff` says it; undefined where none is accepted. */
export async function maybeChangesText({composed, pages, config, effects}: ChangesInput): Promise<string | undefined> {
  const {document, merged, inputs} = composed
  try {
    const baseline = await acceptedBaseline({name: document.name, config, effects})
    const changes = compareWith(baseline.snapshot, {snapshot: takeSnapshot({document, merged, inputs, pages}), merged})
    return renderText(changes, {color: false, baseline})
  } catch (cause) {
    if (cause instanceof Refusal || cause instanceof AuthorError) return undefined
    throw cause
  }
}
