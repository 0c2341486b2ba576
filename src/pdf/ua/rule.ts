import type {PdfDocument} from '../document.ts'
import {walkElements, type StructElement} from '../structure/structure.ts'

/** What the rules look at. */
export interface UaFile {
  readonly document: PdfDocument
  /** The file's first line. */
  readonly header: string
  /** The document's metadata, if it has some. */
  readonly xmp: string | undefined
  /** Every element with those that it stands in, outermost first; read once for all rules. */
  readonly elements: readonly {readonly element: StructElement; readonly above: readonly StructElement[]}[]
  /** Types as PDF 1.7 has them: `Span` for `Em`. */
  readonly standardType: (type: string) => string
}

/** One or more of the machine-checkable rules of PDF/UA-1, which one look at the file decides. */
export interface Rule {
  /** Clause and test as the Matterhorn-like list of veraPDF numbers them: `7.1-t3`. */
  readonly ids: readonly string[]
  /** What is wrong, one sentence each. */
  readonly check: (file: UaFile) => Iterable<string>
}

export function makeUaFile(document: PdfDocument, header: string, xmp: string | undefined): UaFile {
  const elements = [...walkElements(document.structure)].slice(1)
  const standardType = (type: string): string => {
    const seen = new Set<string>()
    let standard = type
    for (let next = document.roleMap[type]; next !== undefined && !seen.has(standard); next = document.roleMap[next]) {
      seen.add(standard)
      standard = next
    }
    return standard
  }
  return {document, header, xmp, elements, standardType}
}
