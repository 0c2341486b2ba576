import {align, type Step} from './align.ts'
import {digestOf} from './digest.ts'
import {pairUp} from './pair-up.ts'
import type {PassageKind} from '../prose/passage.ts'
import type {Passage} from './snapshot.ts'
import {likenessOf, markWords, type Mark} from './words.ts'

/** What became of a paragraph, caption, heading or note. */
export interface PassageChange {
  /** The same for the same change, so that it can be accepted by it. */
  readonly key: string
  readonly kind: PassageKind
  readonly change: 'added' | 'removed' | 'changed'
  readonly id: string | undefined
  /** All sentences of the passage in order, so that a change is read where it stands. */
  readonly sentences: readonly SentenceChange[]
  /** The values in it that print something else now. */
  readonly values: readonly string[]
}

export type SentenceChange =
  | {readonly kind: 'changed'; readonly before: string; readonly after: string; readonly marks: readonly Mark[]}
  | {readonly kind: 'added' | 'removed' | 'same'; readonly text: string}
  | StaleSentence

/** It did not change, although a value of its passage did: is it still true? */
export interface StaleSentence {
  readonly kind: 'stale'
  readonly text: string
  /** The words in it that hang on numbers. */
  readonly claims?: readonly string[]
}

/** A passage found again, and how it is reported if it is. */
export interface PassageStep {
  readonly step: Step<Passage>
  readonly change: PassageChange | undefined
}

/** Finds the passages of two editions again, in order, with what is to be reported of each. */
export function comparePassages(before: readonly Passage[], after: readonly Passage[]): readonly PassageStep[] {
  const aligned = align(before, after, (passage) => `${passage.kind}\n${passage.sentences.join('\n')}`)
  return pairUp(aligned, likeness, 0.35).map((step) => ({step, change: changeOf(step)}))
}

/** A caption or note that has kept its place is the same one, whatever it says now. */
function likeness(before: Passage, after: Passage): number {
  if (before.kind !== after.kind) return 0
  const ofWords = likenessOf(before.sentences.join(' '), after.sentences.join(' '))
  const hasPlace =
    before.id !== undefined ? before.id === after.id : before.kind === 'title' || before.kind === 'subtitle'
  return hasPlace && placed.has(before.kind) ? 0.5 + ofWords / 2 : ofWords
}

const placed: ReadonlySet<PassageKind> = new Set([
  'title',
  'subtitle',
  'heading',
  'caption',
  'alt',
  'note',
  'note-line',
  'source-line',
])

function changeOf(step: Step<Passage>): PassageChange | undefined {
  if (step.kind === 'added') return whole(step.after, 'added')
  if (step.kind === 'removed') return whole(step.before, 'removed')
  const {before, after} = step
  const values = changedValues(before, after)
  if (step.kind === 'same' && values.length === 0) return undefined
  const sentences = compareSentences(before.sentences, after.sentences, values.length > 0 ? 'stale' : 'same')
  return {key: keyOf(after.kind, before, after), kind: after.kind, change: 'changed', id: after.id, sentences, values}
}

function whole(passage: Passage, change: 'added' | 'removed'): PassageChange {
  const {kind, id} = passage
  const key = change === 'added' ? keyOf(kind, undefined, passage) : keyOf(kind, passage, undefined)
  return {key, kind, change, id, sentences: passage.sentences.map((text) => ({kind: change, text})), values: []}
}

function keyOf(kind: PassageKind, before: Passage | undefined, after: Passage | undefined): string {
  return digestOf([kind, before?.sentences, before?.values, after?.sentences, after?.values])
}

function changedValues({values: was = {}}: Passage, {values: is = {}}: Passage): readonly string[] {
  return Object.keys(is).filter((name) => was[name] !== undefined && was[name] !== is[name])
}

function compareSentences(
  before: readonly string[],
  after: readonly string[],
  unchanged: 'stale' | 'same',
): readonly SentenceChange[] {
  const steps = pairUp(
    align(before, after, (text) => text),
    likenessOf,
    0.35,
  )
  return steps.map((step): SentenceChange => {
    if (step.kind === 'added') return {kind: 'added', text: step.after}
    if (step.kind === 'removed') return {kind: 'removed', text: step.before}
    if (step.kind === 'same') return {kind: unchanged, text: step.after}
    return {kind: 'changed', before: step.before, after: step.after, marks: markWords(step.before, step.after)}
  })
}
