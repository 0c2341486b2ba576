import type {Cell} from '../model/data.ts'
import type {Origin} from '../printed.ts'

/** What expressions see of a value or cell: `text` is printed, `raw` is compared. */
export interface Shown {
  readonly [shown]: true
  readonly raw: Cell | readonly Cell[]
  readonly text: string
  readonly unit?: string | null
  readonly format?: string | null
  readonly asOf?: Shown | null
  readonly source?: string | null
  /** A call of the note that cites it, as Markdown. */
  readonly note?: Shown | null
  /** A value of a sentence, which must not be missing; cells of a table print a mark instead. */
  readonly sentence?: string
  /** The text is the author's own Markdown. */
  readonly isMarkdown?: true
  /** What it came from, for the record of what was printed. */
  readonly origin?: Origin
}

/** Parts that an author reaches as `{{name.unit}}`. */
export const shownParts: readonly string[] = ['raw', 'text', 'unit', 'format', 'asOf', 'source', 'note']

const shown = Symbol('shown')

/** Makes what expressions see. */
export function show(parts: Omit<Shown, typeof shown>): Shown {
  return {[shown]: true, ...parts}
}

/** Whether a helper's argument is a value or cell. */
export function isShown(argument: unknown): argument is Shown {
  return typeof argument === 'object' && argument !== null && shown in argument
}

/** What stands for the result of a call that failed; the message is left already. */
export const failed: Shown = show({raw: null, text: ''})

/** A helper's argument without its presentation. */
export function rawOf(argument: unknown): unknown {
  return isShown(argument) ? argument.raw : argument
}

/** Whether a condition holds: not for missing, zero, empty. */
export function isTruthy(value: unknown): boolean {
  const raw = rawOf(value)
  return Array.isArray(raw) ? raw.length > 0 : Boolean(raw)
}
