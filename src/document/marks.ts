import type {Root} from 'hast'
import type {Position} from 'unist'
import type {ChartRequest} from '../model/document.ts'

/** What is numbered in a row of its own, each under its label. */
export type Numbered = 'figure' | 'table' | 'box' | 'recommendation'

/** A heading's place among the sections: 1 for sections, 2 for subsections; headings inside blocks are not sections. */
export interface Section {
  readonly depth: number
  readonly number?: string
  readonly inBlock: boolean
}

/** A note's definition before it has a number. */
export interface Definition {
  readonly label: string
  readonly content: Root
  readonly position: Position | undefined
}

/** The document while the transforms work on it. */
export interface Draft {
  /** Front matter texts by name. */
  readonly texts: Readonly<Record<string, Root>>
  readonly keyMessages: Root | undefined
  readonly body: Root
  /** By identifier: the label in lower case. */
  readonly definitions: ReadonlyMap<string, Definition>
}

/** What the transforms leave on elements for one another. Taken off when the document is done. */
export interface Marks {
  numbered?: Numbered
  /** The number in its row: left by `numberBlocks`. */
  number?: number
  section?: Section
  /** The identifier of the note that is called here. */
  call?: string
  chart?: Omit<ChartRequest, 'key'>
  recommendation?: {readonly actor?: string; readonly by?: string}
  keyMessages?: boolean
  /** Names of tables shown here. */
  tables?: readonly string[]
}

declare module 'hast' {
  interface TextData {
    /** The file that the text is written in, if not the narrative. */
    path?: string
  }

  interface ElementData {
    marks?: Marks
  }
}
