import type {Element, ElementContent, Root} from 'hast'
import {SKIP, visit} from '../../visit.ts'
import {element, hasClass, isElement, plainText} from '../../document/element.ts'
import {headingText} from '../../document/headings.ts'
import {filled, type Words} from '../words.ts'

/**
 * Puts tables into regions that scroll sideways, and lets charts scroll in theirs, so that a narrow screen need not
 * shrink them. A region has a name and takes the focus: it can be scrolled from the keyboard.
 */
export function placeScrollRegions(tree: Root, words: Words): void {
  const names = createNames(words)
  visit(tree, 'element', (node, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) names.enter(node)
    if (node.tagName === 'figure') return nameCharts(node, words)
    if (node.tagName !== 'table' || index === undefined || parent === undefined) return undefined
    const id = parent.type === 'element' ? parent.properties.id : undefined
    parent.children[index] = tableRegion(node, typeof id === 'string' ? id : undefined, names)
    return SKIP
  })
}

/** Names for tables without a caption: each is called after its section, and no two alike. */
interface Names {
  readonly enter: (heading: Element) => void
  readonly next: () => string
}

function createNames({table, colon}: Words): Names {
  const given = new Map<string, number>()
  let section = ''
  return {
    enter: (heading) => {
      section = plainText(headingText(heading)) || plainText(heading.children)
    },
    next: () => {
      const name = section === '' ? table : `${table}${colon}${section}`
      const count = (given.get(name) ?? 0) + 1
      given.set(name, count)
      return count === 1 ? name : `${name} (${count})`
    },
  }
}

function tableRegion(table: Element, id: string | undefined, names: Names): Element {
  const caption = table.children.find((child) => isElement(child, 'caption'))
  const region = {className: ['table-scroll'], role: 'region', tabIndex: 0}
  if (caption === undefined || id === undefined) return element('div', {...region, ariaLabel: names.next()}, [table])
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
