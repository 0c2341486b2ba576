import type {Element, ElementContent, Root} from 'hast'
import {hasClass, isElement, plainText} from '../../document/element.ts'

/** Words of a `data-break` attribute, which holds one or more of them. */
export type BreakHint = 'keep-next' | 'whole' | 'box' | 'before' | 'turn' | 'page' | 'scale' | 'float'

/**
 * Tells the paginator, by `data-break` attributes, where a page may not end: after headings and captions, inside
 * figures, boxes and rows, before a table's notes, between a list and the line that announces it.
 */
export function placeBreakHints(tree: Root): void {
  hintAmong(tree.children.filter((child) => child.type !== 'doctype'))
}

/** Lets the figures and tables that stand between paragraphs move to the top of a later page. */
export function letFloat(tree: Root): void {
  for (const node of tree.children) {
    if (isElement(node) && ['figure', 'table-figure'].some((name) => hasClass(node, name))) addHint(node, 'float')
  }
}

/** Adds a hint to those that an element has. */
export function addHint(node: Element, hint: BreakHint): void {
  const {dataBreak} = node.properties
  const hints = typeof dataBreak === 'string' ? dataBreak.split(' ') : []
  if (!hints.includes(hint)) node.properties.dataBreak = [...hints, hint].join(' ')
}

function hintAmong(siblings: readonly ElementContent[]): void {
  const elements = siblings.filter((node) => isElement(node))
  elements.forEach((node, index) => hintElement(node, elements[index + 1]))
}

function hintElement(node: Element, next: Element | undefined): void {
  hintFit(node)
  if (hasClass(node, 'box')) addHint(node, 'box')
  if (isWhole(node)) return addHint(node, 'whole')
  if (node.tagName === 'table') return hintTable(node, isElement(next) && isTail(next))
  if (isAnnouncing(node, next) || isTail(next)) addHint(node, 'keep-next')
  hintAmong(node.children)
}

/** How a figure or table fits its page: one that has a page for itself ends it, too. */
function hintFit(node: Element): void {
  const {dataFit: fit} = node.properties
  delete node.properties.dataFit
  if (fit !== 'scale' && fit !== 'turn' && fit !== 'page') return
  addHint(node, fit)
  if (fit !== 'scale') addHint(node, 'whole')
}

function isWhole(node: Element): boolean {
  return node.tagName === 'figure' || ['keep', 'pull-quote'].some((name) => hasClass(node, name))
}

/** What belongs to the thing after it. */
function isAnnouncing(node: Element, next: Element | undefined): boolean {
  if (/^h[1-6]$/.test(node.tagName) || node.tagName === 'caption') return true
  if (['recommendation-title', 'recommendation-meta'].some((name) => hasClass(node, name))) return true
  return node.tagName === 'p' && isElement(next) && isList(next) && plainText([node]).endsWith(':')
}

function isTail(node: Element | undefined): boolean {
  return node !== undefined && ['note-line', 'source-line'].some((name) => hasClass(node, name))
}

function isList(node: Element): boolean {
  return node.tagName === 'ul' || node.tagName === 'ol'
}

/** Rows stay whole; the head keeps the first row, and the last row keeps the one before it and the notes below. */
function hintTable(table: Element, hasTail: boolean): void {
  for (const part of table.children.filter((node) => isElement(node))) {
    if (part.tagName === 'caption') addHint(part, 'keep-next')
    for (const row of rowsOf(part)) {
      addHint(row, 'whole')
      if (part.tagName === 'thead') addHint(row, 'keep-next')
    }
  }
  const rows = table.children.filter((part) => isElement(part, 'tbody')).flatMap(rowsOf)
  const [first] = rows
  if (first && rows.length > 1) addHint(first, 'keep-next')
  rows.slice(-2, hasTail ? undefined : -1).forEach((row) => addHint(row, 'keep-next'))
}

function rowsOf(part: Element): Element[] {
  return part.children.filter((node) => isElement(node, 'tr'))
}
