/**
 * What is said between Node and the browser's page, as plain values. Heights and places are CSS px from the top of the
 * galley; indices count from 0.
 */

/** The print document in one column, as it was laid out. */
export interface Measured {
  /** In the order of the text; each stands below the one before. */
  readonly fragments: readonly Fragment[]
  /** In the order of their first calls. */
  readonly notes: readonly MeasuredNote[]
  /** The lines of all notes, one note after another. */
  readonly noteLines: readonly Extent[]
  /** Figures that may stand at the top of a later page, in order. */
  readonly floats: readonly Float[]
  /** What had to be made to fit, for the author to know. */
  readonly fitted: readonly Fitted[]
  /** What is referred to by its page: as long as that is not known, lines may change. */
  readonly references: readonly Reference[]
  /** The fragments before which the document can be parted, if they begin a page. */
  readonly cuts: readonly number[]
}

/** The fragments of a figure or table that needs not stand where it is called: none of them calls a note. */
export interface Float {
  readonly first: number
  readonly end: number
  /** Text from this fragment on does not go before it: the next section. */
  readonly limit: number
}

export interface Reference {
  readonly id: string
  /** How many digits there is room for in the contents; in the text, where any other number may move lines, none. */
  readonly digits: number
  readonly place: SourcePlace
}

/** Something that was changed so that it fits a page. */
export interface Fitted {
  /** - `smaller`: its picture, or its type, to `percent` of its size
   *  - `wide`: it still does not fit the column
   *  - `parted`: it was to stay whole, and is cut */
  readonly how: 'smaller' | 'wide' | 'parted'
  readonly percent: number
  readonly place: SourcePlace
}

/** Where something of the print document comes from. */
export interface SourcePlace {
  /** The author's line, where it is known. */
  readonly line: number | undefined
  /** Its first words. */
  readonly words: string
}

/** What the document says, as it is laid out: what is hidden from eyes is not in it. */
export interface DocumentTexts {
  /** Each block's own text in order; one that holds a page number has a text before it and one behind it. */
  readonly texts: readonly DocumentText[]
  readonly notes: readonly {readonly id: string; readonly text: string; readonly line?: number | undefined}[]
}

export interface DocumentText {
  readonly kind: 'heading' | 'caption' | 'cell' | 'text'
  readonly text: string
  /** The author's line, where it is known. */
  readonly line?: number | undefined
}

export interface Extent {
  readonly top: number
  readonly bottom: number
}

/** The smallest thing that pages never cut: a line, a table row, a figure, a heading. */
export interface Fragment extends Extent {
  /** How a page may begin with it: see plan-pages.ts. */
  readonly start: PageStart
  /** Height of what is repeated above it when a page begins with it: the head of its table. */
  readonly room: number
  /** Indices of the notes first called in it. */
  readonly notes: readonly number[]
  /** The ids of the elements that begin in it. */
  readonly ids: readonly string[]
  /** What it is, for a message, where it is higher than a page. */
  readonly place?: SourcePlace | undefined
}

/**
 * - `free`: between blocks, or in a paragraph with two lines or more on either side
 * - `stray`: it would leave one line of a paragraph alone
 * - `row`: it would cut a table between two of its rows, or a box
 * - `kept`: it belongs to what stands before it
 * - `forced`: a page must begin with it
 */
export type PageStart = 'free' | 'row' | 'stray' | 'kept' | 'forced'

export interface MeasuredNote {
  readonly id: string
  /** Its lines, as indices of `noteLines`: from `first` up to but not including `end`. */
  readonly first: number
  readonly end: number
  /** Of a note that is called in a note before it is called in the text: the line that calls it. */
  readonly calledAt?: number
}

/** The part of a page that the plan fills. */
export interface PageArea {
  readonly height: number
  /** Between the text and the first note. */
  readonly gap: number
}

export interface PlannedPage {
  /** Fragments from `first` up to but not including `end`; none on a page of notes, or of the rest of a tall thing. */
  readonly first: number
  readonly end: number
  /** Lines of the notes, likewise. */
  readonly firstLine: number
  readonly endLine: number
  /** The first fragment that stands in its place: it differs from `first` where a float is skipped; else `end`. */
  readonly flow: number
  /** The floats at its top, likewise. They stand elsewhere among the fragments. */
  readonly firstFloat: number
  readonly endFloat: number
}

export interface Plan {
  readonly pages: readonly PlannedPage[]
  readonly cost: number
  /** Indices of the fragments that are higher than a page. */
  readonly tall: readonly number[]
}

export interface MeasureRequest {
  /** The height of a page's text. */
  readonly height: number
  /** Between the text and the first note. */
  readonly gap: number
  /** How many lines of a paragraph may stand alone at the foot and at the head of a page, at least. */
  readonly alone: {readonly foot: number; readonly head: number}
  /** Marks the repeated head of a table, in the brief's language: `continued`. */
  readonly continued: string
  /** The page numbers of elements, from 1, by id, as far as they are known: references in the text say them. */
  readonly pageOf: Readonly<Record<string, number>>
  /** It is a part of a document that has been measured as a whole: what was made ready then stays as it is. */
  readonly isPart?: boolean
}

export interface ExtractRequest {
  readonly parts: readonly PartRange[]
}

/** A part of the document: fragments from `first` up to but not including `end`, and notes likewise. */
export interface PartRange {
  readonly first: number
  readonly end: number
  readonly firstNote: number
  readonly endNote: number
}

export interface PartHtml {
  readonly html: string
}

/** Where something that can be linked to stands, from the top of the first page. */
export interface LinkPlace {
  readonly id: string
  readonly left: number
  readonly top: number
}

export interface PlaceRequest {
  /** Marks the rest of a note: `continued`. */
  readonly continued: string
  readonly pages: readonly PlannedPage[]
  /** What stands at the top of pages. */
  readonly floats: readonly Float[]
  readonly page: {
    readonly width: number
    readonly height: number
    readonly top: number
    readonly bottom: number
    readonly gap: number
  }
  /** Whether lines have their numbers beside them. */
  readonly lineNumbers?: boolean
  /** The running heads and folio of each page, as HTML. */
  readonly furniture: readonly string[]
  /** The page numbers of elements, from 1, by id. */
  readonly pageOf: Readonly<Record<string, number>>
}

/** Something that does not stand where the plan has it. */
export interface Misplaced {
  readonly place: SourcePlace
  /** Where it stands, and where it should, from the top of the first page. */
  readonly found: number
  readonly expected: number
}

/**
 * A box of a printed value: its number, its page from 1, then left, top, width and height as parts of the page. A value
 * that goes on in the next line has two.
 */
export type ValueSpot = readonly [
  number: number,
  page: number,
  left: number,
  top: number,
  width: number,
  height: number,
]
