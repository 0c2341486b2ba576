import type {VFile} from 'vfile'
import type {PlaceOf} from './span.ts'

/** Where a tree of Markdown comes from, for messages about what was typed. */
export interface Origin {
  /** The text that the tree was parsed from; positions of the tree are offsets in it. */
  readonly source: string
  readonly file: VFile
  /** Where an offset of the source stands in the file. */
  readonly placeOf: PlaceOf
}
