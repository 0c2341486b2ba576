import {parsePdf} from '../../src/pdf/objects/parse-pdf.ts'
import {readStructure} from '../../src/pdf/structure/read-structure.ts'
import {isMarkedContent, isStructElement, type StructElement} from '../../src/pdf/structure/structure.ts'

/** What a PDF says to those who read it by its tags, as pdf.js finds it. */
export interface TaggedText {
  /** Without notes, calls of notes, labels of lists and pictures. */
  readonly body: string
  readonly notes: string
}

/** What is left out: pictures have text of their own, a call is a number in the middle of a word. */
const silent = new Set(['Figure', 'Reference', 'Lbl'])

/** Reads a PDF in the order of its tags: what they do not lead to, as running heads, is not read. */
export async function readTagged(bytes: Uint8Array): Promise<TaggedText> {
  const texts = await readTexts(bytes)
  const read = {body: '', notes: ''}
  const pages = {body: 0, notes: 0}
  const visit = ({type, kids}: StructElement, to: 'body' | 'notes'): void => {
    if (silent.has(type)) return
    for (const kid of kids) {
      if (isMarkedContent(kid)) {
        // pdf.js leaves out the space at the end of a line, and says that there is an end but for the last on a page.
        if (kid.page !== pages[to]) read[to] += ' '
        pages[to] = kid.page
        read[to] += texts.get(`p${kid.page}R_mc${kid.mcid}`) ?? ''
      } else if (isStructElement(kid)) visit(kid, kid.type === 'Note' ? 'notes' : to)
    }
    // Where a block ends a word does, whatever the content says.
    if (!inlines.has(type)) read[to] += ' '
  }
  visit(readStructure(parsePdf(bytes)), 'body')
  return read
}

/** What pdf.js reads of each piece of marked content. */
async function readTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS})
  const document = await task.promise
  const texts = new Map<string, string>()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const {items} = await page.getTextContent({includeMarkedContent: true})
    addTexts(items, texts)
  }
  await task.destroy()
  return texts
}

const inlines = new Set(['Span', 'Em', 'Strong', 'Link', 'Code', 'Quote', 'Sub'])

function addTexts(items: readonly unknown[], texts: Map<string, string>): void {
  const open: (string | undefined)[] = []
  for (const item of items as readonly {type?: string; id?: string | null; str?: string; hasEOL?: boolean}[]) {
    if (item.type === 'endMarkedContent') open.pop()
    else if (item.type !== undefined) open.push(item.id ?? undefined)
    const id = open.findLast((one) => one !== undefined)
    if (item.str === undefined || id === undefined) continue
    texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL === true ? ' ' : ''))
  }
}

/** Words as they stand, but for their case: styles set some in capitals. */
export function wordsOf(text: string): string[] {
  return text
    .replaceAll(/[\u200B\u00AD]/g, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
