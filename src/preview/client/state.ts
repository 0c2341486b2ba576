/** What the server says of the brief, each time that something has changed. Plain JSON: server and page share the type. */
export interface PreviewState {
  readonly brief: string
  /** What is being made just now. */
  readonly making: 'page' | 'pdf' | undefined
  /** Counts the editions made; 0 while there is none. An edition is asked for anew when its number changes. */
  readonly web: number
  readonly pdf: number
  readonly pages: number | undefined
  /** The editions shown are older than the sources, because these have mistakes. */
  readonly stale: boolean
  readonly messages: readonly ShownMessage[]
  /** What changed since the accepted edition; undefined where none is accepted. */
  readonly changes: string | undefined
  /** Milliseconds from the change to the page, and to the PDF. */
  readonly took: {readonly page?: number; readonly pdf?: number}
}

export interface ShownMessage {
  readonly severity: 'error' | 'warning' | 'notice'
  /** `content/rain/brief.md:3:12`; empty for what is on no file. */
  readonly where: string
  readonly reason: string
  readonly id: string
  readonly note: string
  /** The line that it is about, and the offsets of what is meant. */
  readonly excerpt?: {readonly line: number; readonly text: string; readonly from: number; readonly to: number}
}

/** Where a number in the text comes from. */
export interface ValueDetails {
  readonly title: string
  readonly text: string
  /** Lines of name and content: unit, format, date, source. */
  readonly facts: readonly (readonly [string, string])[]
  /** How it is computed, as the author wrote it, and where. */
  readonly definition?: {readonly where: string; readonly text: string}
  readonly rows?: RowsShown
}

export interface RowsShown {
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many more there are. */
  readonly more: number
}
