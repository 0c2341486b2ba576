import type {Element, ElementContent, Root} from 'hast'
import type {Node} from 'unist'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {headingSkip} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {element, hasClass, isElement} from './element.ts'
import type {Section} from './marks.ts'

export interface HeadingOptions {
  /** Depth to which sections are numbered. */
  readonly depth: number
  readonly file: VFile
}

/**
 * Gives headings their level and number. The highest level that is used becomes h2.
 * Where an author skips a level, the heading moves up to the next one, so that no level of the outline is empty.
 * Headings inside blocks are neither numbered nor sections.
 */
export function numberHeadings(body: Root, {depth, file}: HeadingOptions): void {
  const children = new Set<Node>(body.children)
  const sections = headingsOf(body).filter((heading) => children.has(heading))
  const highest = Math.min(...sections.map(levelOf))
  numberBlockHeadings(body, {except: new Set(sections), highest})
  const open: {level: number; numbered: boolean}[] = []
  const counts: number[] = []
  for (const heading of sections) {
    const level = levelOf(heading) - highest + 1
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const deepest = (open.at(-1)?.level ?? 0) + 1
    if (level > deepest) report(file, heading, headingSkip(levelOf(heading), deepest + highest - 1))
    const suffix = suffixOf(heading)
    const numbered = !suffix.unnumbered && open.every((parent) => parent.numbered)
    open.push({level, numbered})
    const number = numbered && open.length <= depth ? nextNumber(counts, open.length) : undefined
    finish(heading, suffix, {depth: open.length, inBlock: false, ...(number !== undefined && {number})})
  }
}

export interface BlockHeadingOptions {
  /** Headings to leave alone. */
  readonly except?: ReadonlySet<Element>
  /** The highest level that sections have, if there are any. */
  readonly highest?: number
}

/** Gives the headings of texts that are no sections, as in boxes and key messages, a level below sections. */
export function numberBlockHeadings(tree: Root, {except, highest = Infinity}: BlockHeadingOptions = {}): void {
  const headings = headingsOf(tree).filter((heading) => except?.has(heading) !== true)
  const top = Math.min(highest, ...headings.map(levelOf))
  for (const heading of headings) {
    const depth = Math.max(levelOf(heading) - top + 1, 2)
    finish(heading, suffixOf(heading), {depth, inBlock: true})
  }
}

function headingsOf(body: Root): Element[] {
  const headings: Element[] = []
  visit(body, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) headings.push(node)
  })
  return headings
}

function levelOf({tagName}: Element): number {
  return Number(tagName.slice(1))
}

interface Suffix {
  readonly id?: string
  readonly unnumbered: boolean
}

/** What `takeSuffixes` has left of `{#id .unnumbered}`. */
function suffixOf(heading: Element): Suffix {
  const {id} = heading.properties
  return {unnumbered: hasClass(heading, 'unnumbered'), ...(id !== undefined && {id})}
}

function nextNumber(counts: number[], depth: number): string {
  counts.length = depth
  const numbers = Array.from(counts, (count) => count ?? 0)
  numbers[depth - 1] = (numbers[depth - 1] ?? 0) + 1
  counts.splice(0, depth, ...numbers)
  return numbers.join('.')
}

function finish(heading: Element, {id}: Suffix, section: Section): void {
  const text = element('span', {className: ['heading-text']}, heading.children)
  const {number} = section
  const numbered: ElementContent[] =
    number === undefined
      ? [text]
      : [element('span', {className: ['section-number']}, [number]), {type: 'text', value: ' '}, text]
  heading.tagName = `h${Math.min(section.depth + 1, 6)}`
  heading.properties = {...(id !== undefined && {id}), ...(number === undefined && {className: ['unnumbered']})}
  heading.children = numbered
  heading.data = {...heading.data, marks: {section}}
}

/** The element that holds a heading's words, without its number. */
export function headingText(heading: Element): ElementContent[] {
  return heading.children.flatMap((child) =>
    isElement(child) && hasClass(child, 'heading-text') ? child.children : [],
  )
}
