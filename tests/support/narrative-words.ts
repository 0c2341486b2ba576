import type {Element, Root, RootContent} from 'hast'
import {unified} from 'unified'
import rehypeRaw from 'rehype-raw'
import {wordsOf} from './read-tagged.ts'

type Words = readonly string[]

export interface NarrativeWords {
  /** Of each block that holds text by itself, in order. */
  readonly blocks: readonly Words[]
  readonly notes: readonly Words[]
}

/** The words of a brief as its page has them, without what only the page has. */
export function narrativeWords(html: string): NarrativeWords {
  const raw = {type: 'raw', value: html} as unknown as RootContent
  const tree = unified()
    .use(rehypeRaw)
    .runSync({type: 'root', children: [raw]})
  const blocks: string[][] = []
  const notes: string[][] = []
  const visit = (node: Root | Element, to: string[][]): void => {
    for (const child of node.children) {
      if (child.type !== 'element' || onlyThere(child) || silent.has(child.tagName)) continue
      if (isBlock(child)) to.push(wordsOf(textOf(child)))
      else visit(child, classesOf(child).includes('notes') ? notes : to)
    }
  }
  visit(mainOf(tree) ?? tree, blocks)
  const isSaid = ({length}: Words): boolean => length > 0
  return {blocks: blocks.filter(isSaid), notes: notes.filter(isSaid)}
}

function isBlock(node: Element): boolean {
  return holders.has(node.tagName) && !holdsBlocks(node)
}

/** Those blocks whose words do not stand in `words` one after another, behind those of the block before. */
export function missingFrom(blocks: readonly Words[], words: Words): string[] {
  const missing: string[] = []
  let at = 0
  for (const block of blocks) {
    const end = endOf(words, block, at)
    if (end === undefined) missing.push(block.join(' '))
    else at = end
  }
  return missing
}

/**
 * Those blocks that do not stand in the pages of a PDF as they are painted: the words of each one after another, with the
 * numbers of its notes behind them, on one page or over two.
 */
export function missingFromPages(blocks: readonly Words[], pages: readonly Words[]): string[] {
  const isOn = (part: Words, page: Words | undefined): boolean =>
    page !== undefined && endOf(page, part, 0) !== undefined
  const stands = (block: Words): boolean =>
    pages.some((page, number) => {
      if (isOn(block, page)) return true
      const [first = ''] = block
      if (!page.includes(first)) return false
      return block.some((_, at) => at > 0 && isOn(block.slice(0, at), page) && isOn(block.slice(at), pages[number + 1]))
    })
  return blocks.filter((block) => !stands(block)).map((block) => block.join(' '))
}

function endOf(words: Words, block: Words, from: number): number | undefined {
  for (let at = from; at < words.length; at++) {
    const end = endAt(words, block, at)
    if (end !== undefined) return end
  }
  return undefined
}

/** A word that a line may break within, as an address or one with a hyphen, may stand in parts. */
function endAt(words: Words, block: Words, start: number): number | undefined {
  let at = start
  for (const word of block) {
    let found = words[at++]
    while (found !== undefined && found !== word && isBreakable(word) && word.startsWith(found)) {
      found += words[at++] ?? '\u0000'
    }
    if (found !== word && !isCalling(found, word)) return undefined
  }
  return at
}

/** Where text is read as it is painted, the numbers of notes stand behind words. */
function isCalling(found: string | undefined, word: string): boolean {
  return found?.startsWith(word) === true && /^\d+$/.test(found.slice(word.length))
}

function isBreakable(word: string): boolean {
  return word.length > 24 || /[-‐–—/\u00AD]/.test(word)
}

const silent = new Set(['svg', 'style', 'script', 'nav', 'button', 'template', 'footer', 'details'])
const holders = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'td', 'th', 'dt', 'dd', 'caption', 'figcaption', 'pre'])
const containers = new Set(['p', 'ul', 'ol', 'dl', 'table', 'blockquote', 'pre', 'div', 'figure'])

function onlyThere(node: Element): boolean {
  return classesOf(node).some((name) =>
    ['download-line', 'note-call', 'back-link', 'permalink', 'downloads', 'cite', 'end-title'].includes(name),
  )
}

function holdsBlocks(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && containers.has(child.tagName))
}

function textOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element' || onlyThere(child) || silent.has(child.tagName)) return ''
      return child.tagName === 'br' ? ' ' : textOf(child)
    })
    .join('')
}

function classesOf({properties}: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

function mainOf(node: Root | Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = child.tagName === 'main' ? child : mainOf(child)
    if (found !== undefined) return found
  }
  return undefined
}
