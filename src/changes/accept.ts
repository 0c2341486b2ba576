import {comparePassages} from './compare-passages.ts'
import type {Passage, Snapshot} from './snapshot.ts'

/**
 * What is accepted after some changes have been: the old edition with those items as they are now. What is not accepted
 * stays as it was, so that it is found again by the next comparison; so is an accepted item that changes again.
 *
 * @param isChosen by the item's id
 */
export function acceptItems(before: Snapshot, after: Snapshot, isChosen: (item: string) => boolean): Snapshot {
  const chosenCharts = after.charts.filter(({id}) => isChosen(`chart:${id}`))
  const drawn = new Set(chosenCharts.flatMap(({tables}) => tables))
  return {
    ...before,
    lang: after.lang,
    ...(after.date === undefined ? {} : {date: after.date}),
    ...(isChosen('pages') && after.pages !== undefined ? {pages: after.pages} : {}),
    labels: {...before.labels, ...after.labels},
    values: merged(before.values, after.values, {idOf: ({name}) => name, isChosen: (id) => isChosen(`value:${id}`)}),
    passages: mergedPassages(before, after, isChosen),
    printed: merged(before.printed, after.printed, {idOf: ({id}) => id, isChosen: (id) => isChosen(`table:${id}`)}),
    charts: merged(before.charts, after.charts, {idOf: ({id}) => id, isChosen: (id) => isChosen(`chart:${id}`)}),
    tables: merged(before.tables, after.tables, {
      idOf: ({name}) => name,
      // A view is not approved by itself: it goes with the charts that draw it.
      isChosen: (name, {view}) => (view === true ? drawn.has(name) : isChosen(`data:${name}`)),
    }),
    contents: isChosen('contents') ? after.contents : before.contents,
    references: isChosen('references') ? after.references : before.references,
    inputs: mergedInputs(before, after, isChosen),
  }
}

interface Choice<Kept> {
  readonly idOf: (kept: Kept) => string
  readonly isChosen: (id: string, kept: Kept) => boolean
}

/** In the new order; what went and is not accepted stays at the end. */
function merged<Kept>(
  before: readonly Kept[],
  after: readonly Kept[],
  {idOf, isChosen}: Choice<Kept>,
): readonly Kept[] {
  const old = new Map(before.map((kept) => [idOf(kept), kept]))
  const ids = new Set(after.map(idOf))
  const present = after.flatMap((kept) => (isChosen(idOf(kept), kept) ? [kept] : (old.get(idOf(kept)) ?? [])))
  return [...present, ...before.filter((kept) => !ids.has(idOf(kept)) && !isChosen(idOf(kept), kept))]
}

function mergedPassages(before: Snapshot, after: Snapshot, isChosen: (item: string) => boolean): readonly Passage[] {
  return comparePassages(before.passages, after.passages).flatMap(({step, change}): Passage[] => {
    const isNew = change === undefined || isChosen(`text:${change.key}`)
    if (isNew) return 'after' in step ? [step.after] : []
    return 'before' in step ? [step.before] : []
  })
}

function mergedInputs(before: Snapshot, after: Snapshot, isChosen: (item: string) => boolean): Snapshot['inputs'] {
  const paths = [...new Set([...Object.keys(before.inputs), ...Object.keys(after.inputs)])].toSorted()
  const hashes = paths.flatMap((path): [string, string][] => {
    const hash = (isChosen(`picture:${path}`) ? after : before).inputs[path]
    return hash === undefined ? [] : [[path, hash]]
  })
  return Object.fromEntries(hashes)
}
