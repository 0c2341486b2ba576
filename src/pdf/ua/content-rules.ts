import {readPiece} from '../content/read-text.ts'
import type {Piece} from '../content/pieces.ts'
import type {PageContent} from '../document.ts'
import {isStream} from '../objects/values.ts'
import {isMarkedContent} from '../structure/structure.ts'
import type {Rule, UaFile} from './rule.ts'

/** Rules about what is painted on the pages. */
export const contentRules: readonly Rule[] = [
  {ids: ['7.1-t1', '7.1-t2', '7.1-t3'], check: checkMarks},
  {
    ids: ['7.20-t1', '7.20-t2'],
    *check({document: {file}}) {
      for (const object of file.objects.values()) {
        if (!isStream(object) || object.dict.get('Subtype') !== 'Form') continue
        if (object.dict.has('Ref')) yield 'a form stands for the page of another file'
        if (object.dict.has('StructParents')) yield 'a form has tagged content of its own'
      }
    },
  },
]

function* checkMarks(file: UaFile): Generator<string> {
  const known = new Map<number, Set<number>>()
  for (const {element} of file.elements) {
    for (const kid of element.kids) {
      if (isMarkedContent(kid)) known.set(kid.page, (known.get(kid.page) ?? new Set()).add(kid.mcid))
    }
  }
  for (const [index, page] of file.document.pages.entries()) {
    const tagged = known.get(page.ref) ?? new Set<number>()
    for (const fault of checkPage(page, tagged)) yield `${fault} on page ${index + 1}`
  }
}

type Mark = 'artifact' | 'tag' | 'other'

function* checkPage(page: PageContent, tagged: ReadonlySet<number>): Generator<string> {
  const open: Mark[] = []
  for (const piece of page.pieces) {
    if (piece.kind === 'begin') {
      const mark = markOf(piece, tagged)
      if (mark === 'artifact' && open.includes('tag')) yield 'an artifact stands in tagged content'
      if (mark === 'tag' && open.includes('artifact')) yield 'tagged content stands in an artifact'
      open.push(mark)
    } else if (piece.kind === 'end') open.pop()
    else if (piece.kind !== 'state' && !open.includes('tag') && !open.includes('artifact')) {
      yield piece.kind === 'text' ? `the text “${readPiece(piece, page.fonts)}” has no tag` : 'a drawing has no tag'
    }
  }
}

function markOf(piece: Extract<Piece, {kind: 'begin'}>, tagged: ReadonlySet<number>): Mark {
  if (piece.tag === 'Artifact') return 'artifact'
  return piece.mcid !== undefined && tagged.has(piece.mcid) ? 'tag' : 'other'
}
