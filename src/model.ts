import type {ElementContent, Root as HastRoot} from 'hast'
import type {Point} from 'unist'
import type {VFile} from 'vfile'

import type {Printed} from './printed.ts'

export type {Origin, Printed} from './printed.ts'

export type Edition = 'web' | 'print'

/** What one run was asked to do: flags and defaults merged, once, at the edge. Paths are absolute. */
export interface Config {
  readonly project: string
  readonly output: string
  /** Names of briefs; empty means every brief of the project. */
  readonly briefs: readonly string[]
  readonly editions: readonly Edition[]
  /** The address that the output folder will have, with a `/` at its end; undefined where nobody said. */
  readonly baseUrl?: string | undefined
  /** Whether the web edition is wanted as a single file too. */
  readonly standalone?: boolean
  /** The date of what has none of its own, in place of today's: ISO, from SOURCE_DATE_EPOCH. */
  readonly date?: string | undefined
  /** The browser that the user named, by flag or BRIEF_BROWSER. */
  readonly browser: string | undefined
  /** Milliseconds that the browser may take for any one answer; a default of the browser's door if undefined. */
  readonly browserTimeout: number | undefined
  /** Whether warnings stop the build. */
  readonly strict: boolean
  /** Reasons by the ids of warnings that the project accepts; briefs have their own besides. */
  readonly silence: Readonly<Record<string, string>>
  /** Build only what an editor has accepted. */
  readonly acceptedOnly?: boolean
  /** Mark in both editions what is different from the accepted edition. */
  readonly highlightChanges?: boolean
  /** Whether results of earlier runs may be used again, and this run's kept. */
  readonly cache: boolean
}

// Sources: read, not trusted. Every file is a VFile whose path is relative to the project, with forward slashes.

export interface Sources {
  readonly name: string
  /** content/<name>/brief.md */
  readonly narrative: VFile
  /** data/<name>/datapackage.json */
  readonly package: VFile | undefined
  /** data/<name>/values.yaml */
  readonly values: VFile | undefined
  /** The other files of data/<name>/, by path inside it, as bytes. */
  readonly data: ReadonlyMap<string, VFile>
  /** content/<name>/charts/<key>.vl.json, by key. */
  readonly charts: ReadonlyMap<string, VFile>
  /** Images of content/<name>/, by path inside it, as bytes. */
  readonly images: ReadonlyMap<string, VFile>
  /** content/<name>/accepted.json: see changes/lock.ts. */
  readonly accepted?: VFile
}

export interface TemplateSources {
  readonly name: string
  readonly manifest: VFile
  /** Every text file of the template by path inside its folder: web.hbs, print.hbs, partials/*.hbs, styles/*.css ... */
  readonly parts: ReadonlyMap<string, VFile>
}

// The brief: validated. Strings may still hold Handlebars expressions.

export interface Author {
  readonly name: string
  readonly affiliation?: string
  readonly role?: string
  readonly email?: string
  readonly orcid?: string
  /** Markdown. */
  readonly bio?: string
}

/** Front matter as the schema gives it. Texts marked Markdown may hold emphasis, links and note calls. */
export interface FrontMatter {
  readonly title: string
  readonly subtitle?: string
  readonly authors: readonly Author[]
  /** ISO date, as written: yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly date?: string
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
  /** Depth to which sections are numbered: 0 (none) to 3. */
  readonly numberSections: number
  readonly template: string
  readonly options: Readonly<Record<string, string | number | boolean>>
  /** Reasons by the ids of warnings that the author accepts. */
  readonly silence?: Readonly<Record<string, string>>
}

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year' | 'yearmonth'
/** A cell: dates are ISO strings, `null` is missing. */
export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

export interface Field {
  readonly name: string
  readonly type: FieldType
  /** Column head; may hold expressions before the merge. */
  readonly title: string
  /** A head that spans neighbouring columns with the same group. */
  readonly group?: string
  readonly unit?: string
  /** A named format (see values/format.ts), e.g. `integer`, `percent`, `change`. */
  readonly format?: string
  readonly description?: string
}

export interface Source {
  readonly title: string
  readonly path?: string
}

/** A resource of the data package or a view computed from some: columns with meaning, rows in order. */
export interface Table {
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly fields: readonly Field[]
  readonly rows: readonly Row[]
  /** The columns that name a row, where the schema says so. */
  readonly primaryKey?: readonly string[]
  /** Marks of missing cells that are more than "not available", as `[z]`, by `<row index>:<field name>`. */
  readonly missing?: Readonly<Record<string, string>>
  readonly sources: readonly Source[]
  readonly asOf?: string
  /** The file that the author edits, relative to the project. */
  readonly path?: string
}

export interface DataPackage {
  readonly file: VFile
  readonly title?: string
  readonly licenses: readonly {readonly name: string; readonly title?: string; readonly path?: string}[]
  readonly sources: readonly Source[]
  readonly tables: readonly Table[]
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
  readonly images: ReadonlyMap<string, VFile>
  /** The lock of the accepted edition, read by those who need it. */
  readonly accepted?: VFile
}

export interface ChartSource {
  readonly file: VFile
  readonly spec: Readonly<Record<string, unknown>>
}

/** values.yaml, parsed and of the right shape; evaluated by values/. */
export interface ValueDefinitions {
  readonly file: VFile | undefined
  readonly values: ReadonlyMap<string, ValueDefinition>
  readonly views: ReadonlyMap<string, ViewDefinition>
  readonly rules?: ReadonlyMap<string, RuleDefinition>
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

// Values: computed from the data.

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

// Merged: no expressions left.

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

// The document: numbered, referred, sanitised; the same for both editions.

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
  readonly alt: string
  /** What the chart shows, at length: for those who cannot see it. */
  readonly description: string
}

/** A file of the output, by its path inside the brief's output folder. */
export interface OutputFile {
  readonly path: string
  readonly content: string | Uint8Array
}
