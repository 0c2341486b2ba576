import type {Root} from 'hast'
import type {Draft} from './marks.ts'
import {textsBeforeBody} from './texts.ts'

/** The trees of a document in the order in which a reader meets them in print; notes, which stand beside, come last. */
export function treesOf(draft: Draft): Root[] {
  return [...readingOrder(draft), ...[...draft.definitions.values()].map(({content}) => content)]
}

/** The same without the notes. */
export function readingOrder({texts, keyMessages, body}: Draft): Root[] {
  const names = Object.keys(texts)
  const before = textsBeforeBody.filter((name) => names.includes(name))
  const after = names.filter((name) => !textsBeforeBody.includes(name))
  const rootsOf = (some: readonly string[]): Root[] => some.flatMap((name) => texts[name] ?? [])
  return [...rootsOf(before), ...(keyMessages ? [keyMessages] : []), body, ...rootsOf(after)]
}
