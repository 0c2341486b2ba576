import type {Cell, Field} from '../model/data.ts'
import type {PassageKind} from '../prose/passage.ts'

/**
 * What a reader finds in an edition, and the data it was made from, item by item: what two editions are compared by.
 * It is plain JSON, kept in the lock file beside the content and in the output folder.
 */
export interface Snapshot {
  readonly brief: string
  /** BCP 47. */
  readonly lang: string
  /** Of the front matter. */
  readonly date?: string
  /** Of the printed edition, where it is known. */
  readonly pages?: number
  readonly values: readonly KeptValue[]
  /** All text in the order in which it is read; notes come last. */
  readonly passages: readonly Passage[]
  /** What a reader calls the things that have an id: `Figure 3`, `2.1 The landscape`. */
  readonly labels: Readonly<Record<string, string>>
  /** Tables that stand in the text, as printed. */
  readonly printed: readonly PrintedTable[]
  readonly charts: readonly KeptChart[]
  /** Resources, and those views that are shown or drawn. */
  readonly tables: readonly KeptTable[]
  /** Headings with their numbers. */
  readonly contents: readonly string[]
  /** Where the brief points to: addresses on the web, each once, in order. */
  readonly references: readonly string[]
  /** SHA-256 by path in the project. */
  readonly inputs: Readonly<Record<string, string>>
}

export interface KeptValue {
  readonly name: string
  readonly text: string
  readonly raw: Cell | readonly Cell[]
  readonly unit?: string
  readonly format?: string
  readonly asOf?: string
  readonly source?: string
  /** How it is computed: its form, argument and conditions. */
  readonly made?: string
}

/** A paragraph, list item, caption, heading or note: what an editor approves as one thing. */
export interface Passage {
  readonly kind: PassageKind
  /** Of the section, figure, table or box that it belongs to; of a note its label. */
  readonly id?: string
  readonly sentences: readonly string[]
  /** The values that it prints, as they stand in it, by name. */
  readonly values?: Readonly<Record<string, string>>
}

export interface PrintedTable {
  readonly id: string
  /** Rows of heads, then rows of cells, as texts. */
  readonly head: readonly (readonly string[])[]
  readonly rows: readonly (readonly string[])[]
}

export interface KeptChart {
  readonly id: string
  /** Vega-Lite with its expressions resolved, without titles and descriptions, which are texts. */
  readonly spec: Readonly<Record<string, unknown>>
  /** The names of its tables. */
  readonly tables: readonly string[]
  /** A digest of all that is drawn. */
  readonly drawn: string
}

export interface KeptTable {
  readonly name: string
  readonly title: string
  readonly fields: readonly Field[]
  readonly key?: readonly string[]
  readonly asOf?: string
  readonly sources: readonly string[]
  readonly view?: true
  readonly count: number
  /** Of all rows. */
  readonly digest: string
  /** By the order of the fields. Absent where the table is too large to be kept, or not to be published. */
  readonly rows?: readonly (readonly Cell[])[]
}
