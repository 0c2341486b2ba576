import type {Composed} from '../compose-brief.ts'
import type {Effects} from '../effects/effects.ts'
import {nothingAccepted, pendingChanges} from '../messages/changes.ts'
import {AuthorError, Refusal} from '../messages/message.ts'
import type {Config} from '../model/config.ts'

/** As many pending items as a message names. */
const named = 3

/**
 * Holds a brief against its accepted edition, where that is asked for: refuses what nobody accepted, marks what changed.
 *
 * @returns the brief, perhaps with its changes marked
 * @throws Refusal when something is pending; AuthorError when the lock cannot be read
 */
export async function checkAccepted(
  composed: Composed,
  config: Pick<Config, 'acceptedOnly' | 'highlightChanges'>,
  effects: Pick<Effects, 'files' | 'charts' | 'cache'>,
): Promise<Composed> {
  if (config.acceptedOnly !== true && config.highlightChanges !== true) return composed
  const {name, accepted} = composed.merged.brief
  if (accepted === undefined) throw new Refusal(nothingAccepted(name))
  const [{readLock}, {takeSnapshot}, {compareWith}, {itemsOf}] = await Promise.all([
    import('./lock.ts'),
    import('./take-snapshot.ts'),
    import('./diff-brief.ts'),
    import('./compare.ts'),
  ])
  const lock = readLock(accepted)
  if (lock === undefined) throw new AuthorError([accepted])
  const snapshot = takeSnapshot(composed)
  const before = lock.accepted
  const changes = compareWith(before, {...composed, snapshot})
  if (config.acceptedOnly === true) {
    const {drawPairs} = await import('./draw-pairs.ts')
    const drawn = await drawPairs({...composed, changes, before, after: snapshot, effects})
    const items = itemsOf(drawn.changes).map(({item}) => item)
    if (items.length > 0) throw new Refusal(pendingChanges(name, items.length, items.slice(0, named)))
  }
  if (config.highlightChanges !== true) return composed
  const {highlightChanges} = await import('./highlight-changes.ts')
  return {...composed, document: highlightChanges(composed.document, changes)}
}
