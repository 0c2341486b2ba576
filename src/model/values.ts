// Values: how an author defines them, and what was computed from the data.

import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {Cell, Field, Table} from './data.ts'

/** values.yaml, parsed and of the right shape; evaluated by values/. */
export interface ValueDefinitions {
  readonly file: VFile | undefined
  readonly values: ReadonlyMap<string, ValueDefinition>
  readonly views: ReadonlyMap<string, ViewDefinition>
  readonly rules?: ReadonlyMap<string, RuleDefinition>
  readonly style?: HouseStyle
}

/** How the house writes numbers, and from where on its words for the size of a change hold. */
export interface HouseStyle {
  /** Counts below it are words in the text; undefined: only where their format asks for it. */
  readonly wordsBelow?: number
  /** Changes of fewer percent are slight. */
  readonly slightly?: number
  /** Changes of as many percent and more are sharp. */
  readonly sharply?: number
}

/** What the data must meet: see values/rules. */
export interface RuleDefinition {
  readonly name: string
  readonly place: Point | undefined
  readonly form: string
  /** Of the shape that sources/rule-forms says. */
  readonly argument: unknown
  /** By how much figures may differ. */
  readonly within?: number
}

export interface ValueDefinition {
  readonly name: string
  readonly place: Point | undefined
  /** Where a part of it stands: `at(['where', 'year'])`; the nearest parent if absent. */
  readonly at?: (path: readonly (string | number)[]) => Point | undefined
  /** `sql`, or one short form by its name with its argument: see values/short-forms.ts. */
  readonly form: string
  readonly argument: unknown
  readonly where: Readonly<Record<string, Cell>>
  /** What a reader calls it, as in a notice of changes. */
  readonly title?: string
  readonly unit?: string
  readonly format?: string
  readonly asOf?: string
  readonly source?: string
  /** The label of the note that cites it. */
  readonly note?: string
}

export interface ViewDefinition {
  readonly name: string
  /** The chart whose spec defines it; else it stands in `values.yaml`. */
  readonly file?: VFile
  readonly place: Point | undefined
  /** As ValueDefinition.at. */
  readonly at?: (path: readonly (string | number)[]) => Point | undefined
  readonly sql: string
  readonly title?: string
  /** Presentation of its columns by name; columns not named take title and format from the resource's field. */
  readonly fields: Readonly<Record<string, ViewField>>
  readonly source?: string
}

export interface ViewField extends Partial<Omit<Field, 'name'>> {
  /** The mark of its missing cells, as `[z]`. */
  readonly missing?: string
}

export interface Value {
  readonly name: string
  readonly raw: Cell | readonly Cell[]
  readonly unit?: string
  readonly format?: string
  readonly asOf?: string
  readonly source?: string
  /** The label of the note that cites it. */
  readonly note?: string
  /** As it stands in the text when nothing else is asked for. */
  readonly text: string
}

export interface Values {
  readonly values: ReadonlyMap<string, Value>
  /** Resources and views by name. */
  readonly tables: ReadonlyMap<string, Table>
}
