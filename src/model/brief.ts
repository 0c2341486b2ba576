// The brief: validated. Strings may still hold Handlebars expressions.

import type {Point} from 'unist'
import type {VFile} from 'vfile'
import type {DataPackage} from './data.ts'
import type {ValueDefinitions} from './values.ts'

export interface Author {
  readonly name: string
  readonly affiliation?: string
  readonly role?: string
  readonly email?: string
  readonly orcid?: string
  /** Markdown. */
  readonly bio?: string
}

export interface Correction {
  /** ISO date. */
  readonly date: string
  /** Markdown. */
  readonly text: string
}

/** Front matter as the schema gives it. Texts marked Markdown may hold emphasis, links and note calls. */
export interface FrontMatter {
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly Author[]
  /** ISO date, as written: yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly date?: string
  /** Of the text, as the author counts: `1.1`. */
  readonly version?: string
  /** ISO date of the present version, where it is not the first. */
  readonly updated?: string
  /** What was wrong in earlier versions and is put right. */
  readonly corrections?: readonly Correction[]
  /** BCP 47. */
  readonly lang: string
  readonly institution?: string
  readonly place?: string
  readonly series?: string
  /** Markdown: a paragraph about the series or the institution. */
  readonly about?: string
  readonly number?: string
  readonly doi?: string
  readonly url?: string
  readonly keywords: readonly string[]
  readonly abstract?: string
  readonly license?: string
  readonly licenseUrl?: string
  /** Markdown: disclaimer, funding, acknowledgements, in small print. */
  readonly disclaimer?: string
  readonly acknowledgements?: string
  readonly contact?: string
  /** Short form of the title for running heads. */
  readonly shortTitle?: string
  readonly abbreviations: Readonly<Record<string, string>>
  /** The same brief in other languages, by language: the name of a brief of the project, or an address. */
  readonly translations?: Readonly<Record<string, string>>
  /** Depth to which sections are numbered: 0 (none) to 3. */
  readonly numberSections: number
  readonly template: string
  readonly options: Readonly<Record<string, string | number | boolean>>
  /** Reasons by the ids of warnings that the author accepts. */
  readonly silence?: Readonly<Record<string, string>>
}

export interface Brief {
  readonly name: string
  readonly narrative: VFile
  readonly frontMatter: FrontMatter
  /** Where a front matter entry stands in the narrative: `at(['authors', 0, 'name'])`; the nearest parent if absent. */
  readonly at: (path: readonly (string | number)[]) => Point | undefined
  /** The Markdown after the front matter, and the 1-based line of the narrative that it starts on. */
  readonly body: string
  readonly bodyLine: number
  readonly data: DataPackage | undefined
  readonly definitions: ValueDefinitions
  readonly charts: ReadonlyMap<string, ChartSource>
  /** Maps that its charts may draw, by file name: TopoJSON or GeoJSON. */
  readonly maps?: ReadonlyMap<string, VFile>
  readonly images: ReadonlyMap<string, VFile>
  /** The lock of the accepted edition, read by those who need it. */
  readonly accepted?: VFile
}

export interface ChartSource {
  readonly file: VFile
  readonly spec: Readonly<Record<string, unknown>>
}
