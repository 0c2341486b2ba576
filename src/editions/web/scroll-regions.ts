import type {Element, ElementContent, Root} from 'hast'
import {SKIP, visit} from '../../visit.ts'
import {element, hasClass, isElement, plainText} from '../../document/element.ts'
import {filled, type Words} from '../words.ts'

/**
 * Puts tables into regions that scroll sideways, and lets charts scroll in theirs, so that a narrow screen need not
 * shrink them. A region has a name and takes the focus: it can be scrolled from the keyboard.
 */
export function placeScrollRegions(tree: Root, words: Words): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'figure') return nameCharts(node, words)
    if (node.tagName !== 'table' || index === undefined || parent === undefined) return undefined
    const id = parent.type === 'element' ? parent.properties.id : undefined
    parent.children[index] = tableRegion(node, typeof id === 'string' ? id : undefined, words)
    return SKIP
  })
}

function tableRegion(table: Element, id: string | undefined, words: Words): Element {
  const caption = table.children.find((child) => isElement(child, 'caption'))
  const region = {className: ['table-scroll'], role: 'region', tabIndex: 0}
  if (caption === undefined || id === undefined) return element('div', {...region, ariaLabel: words.table}, [table])
  caption.properties.id = `${id}-caption`
  return element('div', {...region, ariaLabelledBy: [`${id}-caption`]}, [table])
}

function nameCharts(figure: Element, words: Words): undefined {
  const label = labelOf(figure)
  const ariaLabel = label === undefined ? words.chart : filled(words.namedChart, label)
  visit(figure, 'element', (node) => {
    if (!hasClass(node, 'chart')) return
    Object.assign(node.properties, {role: 'region', tabIndex: 0, ariaLabel})
  })
}

function labelOf(figure: Element): string | undefined {
  let label: ElementContent | undefined
  visit(figure, 'element', (node) => {
    if (hasClass(node, 'label')) label ??= node
  })
  return label === undefined ? undefined : plainText([label])
}
