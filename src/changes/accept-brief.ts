import {join} from 'node:path'
import type {Effects} from '../effects/effects.ts'
import {unknownItem} from '../messages/changes.ts'
import {oneOf} from '../messages/candidates.ts'
import {Refusal} from '../messages/message.ts'
import type {Config} from '../model/config.ts'
import {acceptItems} from './accept.ts'
import {maybeLock} from './baseline.ts'
import {itemsOf, type Changes} from './compare.ts'
import {counted} from './describe.ts'
import {compareWith} from './diff-brief.ts'
import {lockName, writeLock, type Lock} from './lock.ts'
import {readEdition, type ReadEdition} from './read-edition.ts'
import {addRevision, type Revision} from './revisions.ts'

export interface AcceptInput {
  readonly name: string
  readonly config: Pick<Config, 'project' | 'output'>
  readonly effects: Pick<Effects, 'files' | 'stages'>
  /** Of the items to accept, where `*` stands for any characters; none means all. */
  readonly patterns: readonly string[]
  readonly kind: Revision['kind']
  readonly note: string | undefined
}

/**
 * Writes the lock: all that the brief says now, or the old lock with some items as they are now.
 *
 * @returns what was done, for the author
 * @throws AuthorError for mistakes in the brief; Refusal for items that are not pending
 */
export async function acceptBrief(input: AcceptInput): Promise<string> {
  const {name, config, effects, patterns} = input
  const edition = await readEdition(name, config, effects)
  const lock = await maybeLock(name, config, effects.files)
  const path = join(config.project, 'content', name, lockName)
  if (lock === undefined) {
    assertKnown(patterns, [])
    await effects.files.write(path, writeLock({accepted: edition.snapshot, revisions: []}))
    return `accepted as the first edition, in content/${name}/${lockName}`
  }
  const changes = compareWith(lock.accepted, edition)
  const items = itemsOf(changes).map(({item}) => item)
  assertKnown(patterns, items)
  const chosen = new Set(patterns.length === 0 ? items : items.filter((item) => matchesAny(item, patterns)))
  await effects.files.write(path, writeLock(acceptedLock(lock, {...input, edition, changes, chosen})))
  const left = items.length - chosen.size
  return `${counted(chosen.size, 'change')} accepted${left === 0 ? '' : `, ${left} still pending`}`
}

interface Chosen extends AcceptInput {
  readonly edition: ReadEdition
  readonly changes: Changes
  readonly chosen: ReadonlySet<string>
}

function acceptedLock({accepted, revisions}: Lock, {edition, changes, chosen, patterns, kind, note}: Chosen): Lock {
  const isChosen = (item: string): boolean => chosen.has(item)
  const present = edition.snapshot
  return {
    // Where all is accepted, all is as it is now; what the edition does not know, as its pages, is as it was.
    accepted:
      patterns.length === 0
        ? {...present, ...(present.pages === undefined && accepted.pages !== undefined && {pages: accepted.pages})}
        : acceptItems(accepted, present, isChosen),
    revisions: addRevision(revisions, changes, {
      isChosen,
      kind,
      note,
      date: present.date,
      from: accepted.date,
    }),
  }
}

function assertKnown(patterns: readonly string[], items: readonly string[]): void {
  for (const pattern of patterns) {
    if (items.some((item) => matchesAny(item, [pattern]))) continue
    const otherwise = items.length === 0 ? 'none, since nothing is pending' : 'one that is pending'
    throw new Refusal(unknownItem(pattern, oneOf(pattern, items, otherwise)))
  }
}

function matchesAny(item: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    return new RegExp(`^${parts.join('.*')}$`, 's').test(item)
  })
}
