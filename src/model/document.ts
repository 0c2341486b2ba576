// Merged: no expressions left. The document: numbered, referred, sanitised; the same for both editions.

import type {ElementContent, Root as HastRoot} from 'hast'
import type {Point} from 'unist'
import type {Brief, ChartSource, FrontMatter} from './brief.ts'
import type {Table} from './data.ts'
import type {Values} from './values.ts'
import type {Printed} from '../printed.ts'

/** The texts of a brief in which each printed value stands between marks that carry its number: see merge/value-marks. */
export interface MarkedTexts {
  readonly frontMatter: FrontMatter
  readonly markdown: string
  /** As Merged.placeOf, of the marked text. */
  readonly placeOf: (offset: number) => Point
  readonly charts: ReadonlyMap<string, ChartSource>
  readonly tables: ReadonlyMap<string, Table>
}

export interface Merged {
  readonly brief: Brief
  readonly values: Values
  /** Front matter with its expressions resolved; still Markdown where FrontMatter says so. */
  readonly frontMatter: FrontMatter
  /** The body as Markdown without expressions. */
  readonly markdown: string
  /** Maps an offset of `markdown` to the author's line and column in the narrative. */
  readonly placeOf: (offset: number) => Point
  /** Chart specs with the strings' expressions resolved. */
  readonly charts: ReadonlyMap<string, ChartSource>
  /** Tables with the expressions in titles and heads resolved. */
  readonly tables: ReadonlyMap<string, Table>
  /** The same texts with what was printed marked; only the document reads these. */
  readonly marked: MarkedTexts
  /** What was printed, by the number in its marks. */
  readonly printed: readonly Printed[]
}

export interface Document {
  readonly frontMatter: FrontMatter
  readonly name: string
  /** Front matter texts as HTML content, with their note calls: title, subtitle, abstract, about, ... by name. */
  readonly texts: Readonly<Record<string, readonly ElementContent[]>>
  /** The body: sections' headings and blocks in order. Charts stand as <div class="chart" data-chart="KEY">. */
  readonly body: HastRoot
  /** The content of the narrative's key messages box, taken out of the body; the template places it. */
  readonly keyMessages: readonly ElementContent[] | undefined
  readonly recommendations: readonly Recommendation[]
  readonly notes: readonly Note[]
  readonly contents: readonly ContentsEntry[]
  readonly charts: readonly ChartRequest[]
  /** Paths of images used, as in Sources.images. */
  readonly images: readonly string[]
  /** What was printed; elements `<data data-printed="3">` enclose it. Editions take them off: see document/place-values. */
  readonly printed: readonly Printed[]
  /** Names of tables shown in the brief or drawn in its charts: those that the web edition offers as CSV. */
  readonly tables: readonly string[]
}

export interface Recommendation {
  readonly id: string
  readonly number: number
  readonly actor?: string
  readonly by?: string
  /** Headline without note calls. */
  readonly headline: readonly ElementContent[]
}

export interface Note {
  /** `note-7` */
  readonly id: string
  readonly number: number
  /** The author's label in `[^label]`. */
  readonly label: string
  /** Paragraphs, lists. */
  readonly content: readonly ElementContent[]
  /** The ids of its calls in order: `call-7`, `call-7-2`. */
  readonly calls: readonly string[]
}

export interface ContentsEntry {
  readonly id: string
  /** 1 for sections, 2 for subsections. */
  readonly depth: number
  /** `2.1`, absent for unnumbered headings. */
  readonly number?: string
  /** Heading without its note calls. */
  readonly text: readonly ElementContent[]
  readonly plain: string
}

export interface ChartRequest {
  /** The figure's id, unique in the document; the key of its drawing. */
  readonly key: string
  readonly source: ChartSource
  /** Where the author placed it. */
  readonly place: Point | undefined
  /** The author's alt text if any. */
  readonly alt: string | undefined
  /** The same with what was printed marked, and the file that it is written in if not the narrative. */
  readonly markedAlt?: string
  readonly altPath?: string
}

export interface Drawing {
  readonly key: string
  /** A whole <svg> element with viewBox, width and height in CSS px, role="img" and aria-label. */
  readonly svg: string
  /** The same for a narrow screen, where it can be read so. */
  readonly narrow?: string
  /** What the page's script tells of its marks, as JSON, where the brief asks for it. */
  readonly tips?: string
  readonly alt: string
  /** What the chart shows, at length: for those who cannot see it. */
  readonly description: string
  /** The rows that are drawn, and where they stand: what can be told of its marks. */
  readonly drawn?: DrawnMarks
  /** The data that it shows: of each table the rows and columns that were drawn. */
  readonly tables: readonly Table[]
}

export interface DrawnMarks {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** As `Spot` of a chart's job: in the drawing, and in its narrow form. */
  readonly spots: readonly (readonly number[])[]
  readonly narrowSpots?: readonly (readonly number[])[]
}

/** A file of the output, by its path inside the brief's output folder. */
export interface OutputFile {
  readonly path: string
  readonly content: string | Uint8Array
}
