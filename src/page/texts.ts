import {lineOf} from './pieces.ts'
import type {DocumentText, DocumentTexts} from '../pages/measured.ts'

/** Reads what the document says, block by block, before anything is placed in it. */
export function readTexts(): DocumentTexts {
  const [galley, notes] = [document.querySelector('#galley'), document.querySelector('#notes')]
  return {
    texts: galley === null ? [] : textsIn(galley),
    notes: [...(notes?.children ?? [])].map((note) => ({
      id: note.id,
      line: lineOf(note),
      text: textsIn(note)
        .map(({text}) => text)
        .join(' '),
    })),
  }
}

/** What the PDF has as a picture, or not at all; and numbers that are written when the pages are known. */
const unread = 'svg, style, script, [role="img"], [aria-hidden="true"], [data-page-of]'
const blocks =
  'h1, h2, h3, h4, h5, h6, caption, figcaption, td, th, p, li, dt, dd, pre, blockquote, div, section, header'

function textsIn(root: Element): DocumentText[] {
  const texts: {kind: DocumentText['kind']; text: string; line: number | undefined}[] = []
  let block: Element | null | undefined
  // No callbacks: the document's scripts are off, and the browser calls none.
  const visit = (node: Node): void => {
    if (node instanceof Text) {
      const own = node.parentElement?.closest(blocks)
      if (own !== block) texts.push({kind: kindOf(own), text: '', line: own ? lineOf(own) : undefined})
      block = own
      add(node.data)
    } else if (node instanceof Element && !node.checkVisibility({visibilityProperty: true})) return
    // What is left out parts words, and so does a line's end.
    else if (node instanceof Element && node.matches(unread)) block = undefined
    else if (node instanceof HTMLBRElement) add(' ')
    else for (const child of node.childNodes) visit(child)
  }
  const add = (text: string): void => {
    const last = texts.at(-1)
    if (last) last.text += text
  }
  visit(root)
  return texts.filter(({text}) => text.trim() !== '')
}

function kindOf(block: Element | null | undefined): DocumentText['kind'] {
  const name = block?.localName ?? ''
  if (/^h[1-6]$/.test(name)) return 'heading'
  if (block?.closest('caption, figcaption')) return 'caption'
  return name === 'td' || name === 'th' ? 'cell' : 'text'
}
