import type {Changes, TextItem} from './compare.ts'

/** What was accepted for one edition, for a notice in the brief itself. */
export interface Revision {
  /** The date of the edition, and of the one before it. */
  readonly date?: string
  readonly from?: string
  /** New or later data, or a mistake put right: official statistics keep the two apart. */
  readonly kind: 'revision' | 'correction'
  /** The author's reason. */
  readonly note?: string
  readonly changes: readonly RevisedItem[]
}

export interface RevisedItem {
  readonly item: string
  readonly kind: 'value' | 'text' | 'data' | 'chart' | 'table'
  /** A value's name, a data set's title, `Figure 3`, the kind of a text. */
  readonly label: string
  readonly before?: string
  readonly after?: string
  /** Of data: rows added and removed, cells changed, and their dates. */
  readonly rows?: {readonly added: number; readonly removed: number; readonly cells: number}
}

export interface Accepting {
  readonly isChosen: (item: string) => boolean
  readonly date: string | undefined
  readonly from: string | undefined
  readonly kind: Revision['kind']
  readonly note: string | undefined
}

/**
 * Adds what is accepted now to what was accepted before. Changes for the edition of one date and kind stand together; a
 * thing that changed twice in it changed once, from what it was to what it is.
 */
export function addRevision(
  revisions: readonly Revision[],
  changes: Changes,
  accepting: Accepting,
): readonly Revision[] {
  const {date, kind} = accepting
  const same = revisions.find((revision) => revision.date === date && revision.kind === kind)
  const items = combined(same?.changes ?? [], revisedItems(changes, accepting))
  const note = accepting.note ?? same?.note
  const others = revisions.filter((revision) => revision !== same)
  if (items.length === 0 && note === undefined) return others
  const from = same === undefined ? accepting.from : same.from
  const revision = {
    ...(date !== undefined && {date}),
    ...(from !== undefined && {from}),
    kind,
    ...(note !== undefined && {note}),
    changes: items,
  }
  return [revision, ...others].toSorted((a, b) => order(b.date, a.date))
}

function order(a = '', b = ''): number {
  return a < b ? -1 : Number(a > b)
}

function combined(before: readonly RevisedItem[], now: readonly RevisedItem[]): readonly RevisedItem[] {
  const [fresh, kept] = [new Map(now.map((item) => [item.item, item])), new Set<string>()]
  const updated = before.map((item) => {
    // A text goes by a digest of its change: the next change of it begins where the last one ended.
    const next = fresh.get(item.item) ?? now.find((other) => item.kind === 'text' && other.before === item.after)
    if (next === undefined) return item
    kept.add(next.item)
    return {...next, ...(item.before !== undefined && {before: item.before})}
  })
  const all = [...updated, ...now.filter((item) => !kept.has(item.item))]
  return all.filter(({before: was, after: is}) => was === undefined || was !== is)
}

function revisedItems(changes: Changes, {isChosen}: Accepting): readonly RevisedItem[] {
  const {values, texts, data, charts, printed} = changes
  return [
    ...values
      .filter(
        (value) => value.before !== undefined && value.after !== undefined && value.before.text !== value.after.text,
      )
      .map((value): RevisedItem => ({
        item: value.item,
        kind: 'value',
        label: value.name,
        before: value.before?.text ?? '',
        after: value.after?.text ?? '',
      })),
    ...texts.filter(isHeadline).map((text): RevisedItem => ({
      item: text.item,
      kind: 'text',
      label: text.kind,
      before: sideOf(text, 'before'),
      after: sideOf(text, 'after'),
    })),
    ...data.map(({item, where, added, removed, cells}): RevisedItem => {
      return {
        item,
        kind: 'data',
        label: where,
        rows: {added: added.length, removed: removed.length, cells: cells.length},
      }
    }),
    ...charts.map(({item, where}): RevisedItem => ({item, kind: 'chart', label: where})),
    ...printed.map(({item, where}): RevisedItem => ({item, kind: 'table', label: where})),
  ].filter(({item}) => isChosen(item))
}

/** Only what a reader remembers of a brief is worth a place in its notice. */
function isHeadline({kind, change}: TextItem): boolean {
  return change === 'changed' && (kind === 'title' || kind === 'key-message')
}

function sideOf({sentences}: TextItem, side: 'before' | 'after'): string {
  return sentences
    .flatMap((sentence) => {
      if (sentence.kind === 'changed') return [sentence[side]]
      if (sentence.kind === 'added') return side === 'after' ? [sentence.text] : []
      if (sentence.kind === 'removed') return side === 'before' ? [sentence.text] : []
      return [sentence.text]
    })
    .join(' ')
}
