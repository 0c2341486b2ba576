import {error, type Message} from './message.ts'

export function lockMalformed(): Message {
  return error(
    'changes-lock-malformed',
    'Unexpected content of the lock file, expected what `brief accept` wrote',
    'It is not to be edited by hand. Take back the last version of it, or remove it and accept the brief again; after a merge with conflicts, take either side of it and accept again.',
  )
}

export function lockVersion(found: string, expected: number): Message {
  return error(
    'changes-lock-version',
    `Unexpected lock file of version ${found}, expected version ${expected}`,
    'It was written by another version of the program. Use that one, or remove the file and accept the brief again.',
  )
}

/** @param command what would accept it */
export function nothingAccepted(brief: string): Message {
  return error(
    'changes-nothing-accepted',
    `Unexpected brief \`${brief}\` of which no edition is accepted, expected a lock file`,
    `Accept what it says now with \`brief accept ${brief}\`, or compare it with something else by \`--against\`.`,
  )
}

/** @param items of the first ones, as `value:attacks` */
export function pendingChanges(brief: string, count: number, items: readonly string[]): Message {
  const named = items.map((item) => `\`${item}\``).join(', ')
  const more = count > items.length ? ` and ${count - items.length} more` : ''
  return error(
    'changes-pending',
    `Unexpected ${count} ${count === 1 ? 'change' : 'changes'} that nobody accepted, expected none: ${named}${more}`,
    `Look at them with \`brief diff ${brief}\`, then accept them with \`brief accept ${brief}\`.`,
  )
}

export function unknownItem(item: string, expected: string): Message {
  return error(
    'changes-item-unknown',
    `Unexpected item \`${item}\`, expected ${expected}`,
    'Items go by the names in the report of `brief diff`; `*` stands for any characters, as in `value:*`.',
  )
}

export function unknownBaseline(against: string): Message {
  return error(
    'changes-baseline-unknown',
    `Unexpected \`--against ${against}\`, expected a manifest, an output folder or a git revision`,
    'Name a `manifest.json`, the folder that it lies in, or a commit, tag or branch of the repository that holds the project.',
  )
}

/** @param reason what git or the brief of that time says */
export function unusableBaseline(against: string, reason: string): Message {
  return error(
    'changes-baseline-unusable',
    `Unexpected state of the brief at \`${against}\`: ${reason}`,
    'Name another revision, an output folder or a manifest with `--against`.',
  )
}
