import type {PdfDict} from '../objects/values.ts'

/** The tags of a PDF as a tree (ISO 32000-1, 14.7), free of the numbers that its objects have in the file. */
export interface StructElement {
  /** As `P`, `TD`, `Note`. */
  type: string
  /** Everything but its type and its place in the tree: `Alt`, `Lang`, `ID`, `A` ... */
  readonly entries: PdfDict
  kids: StructKid[]
}

export type StructKid = StructElement | MarkedContent | ObjectReference

/** A piece of a page's content. */
export interface MarkedContent {
  /** The page as an object. */
  readonly page: number
  readonly mcid: number
}

/** An annotation, as that of a link. */
export interface ObjectReference {
  readonly page: number
  readonly object: number
}

export function makeElement(type: string, kids: StructKid[], entries: PdfDict = new Map()): StructElement {
  return {type, entries, kids}
}

export function isStructElement(kid: StructKid | undefined): kid is StructElement {
  return kid !== undefined && 'kids' in kid
}

export function isMarkedContent(kid: StructKid | undefined): kid is MarkedContent {
  return kid !== undefined && 'mcid' in kid
}

export function isObjectReference(kid: StructKid | undefined): kid is ObjectReference {
  return kid !== undefined && 'object' in kid
}

export function elementsIn(element: StructElement): StructElement[] {
  return element.kids.filter((kid) => isStructElement(kid))
}

/** Types that stand within a line of text. */
const inlines = new Set(['Link', 'Span', 'Em', 'Strong', 'Code', 'Quote', 'Reference', 'Sub'])

export function isInlineType(type: string): boolean {
  return inlines.has(type)
}

export interface WalkedElement {
  readonly element: StructElement
  /** The elements that it stands in, outermost first. */
  readonly above: readonly StructElement[]
}

/** An element and every element in it, in order, each before its kids; as they are now, whatever is done to them then. */
export function walkElements(element: StructElement): WalkedElement[] {
  const walked: WalkedElement[] = []
  const visit = (visited: StructElement, above: readonly StructElement[]): void => {
    walked.push({element: visited, above})
    let inside: readonly StructElement[] | undefined
    for (const kid of visited.kids) if (isStructElement(kid)) visit(kid, (inside ??= [...above, visited]))
  }
  visit(element, [])
  return walked
}

/** The same without what each stands in, which takes most of the time. */
export function allElements(element: StructElement): StructElement[] {
  const found: StructElement[] = []
  const visit = (visited: StructElement): void => {
    found.push(visited)
    for (const kid of visited.kids) if (isStructElement(kid)) visit(kid)
  }
  visit(element)
  return found
}

/** The marked content of an element and of everything in it, in order. */
export function contentOf(element: StructElement): MarkedContent[] {
  return element.kids.flatMap((kid) => (isMarkedContent(kid) ? [kid] : isStructElement(kid) ? contentOf(kid) : []))
}
