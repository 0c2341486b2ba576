import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import type {Nodes as MarkdownNodes} from 'mdast'
import {SKIP, visit} from '../visit.ts'
import {hasMarks, splitAtMarks, withoutMarks} from '../merge/value-marks.ts'
import type {Printed} from '../printed.ts'
import {element, isElement} from './element.ts'

// What was printed comes into the document between marks. In running text it becomes an element, so that later readers
// of the document can tell it from what was typed; everywhere else, as in an address, the marks are taken off.

/** Takes the marks off what is no running text: addresses, titles, labels, the tags of HTML. */
export function clearMarks(tree: MarkdownNodes): void {
  visit(tree, (node) => {
    if (node.type === 'text') return
    if (node.type === 'html') node.value = node.value.replace(/<[^>]*>/g, withoutMarks)
    else if ('value' in node) node.value = withoutMarks(node.value)
    if ('url' in node) node.url = withoutMarks(node.url)
    for (const name of ['title', 'alt', 'label', 'identifier'] as const) clearEntry(node, name)
  })
}

/** Encloses what was printed in `<data data-printed="NUMBER">`; what was typed after it has its place after it. */
export function placeValues(trees: readonly Root[], printed: readonly Printed[]): void {
  for (const tree of trees) {
    visit(tree, 'text', (node, index, parent) => {
      if (index === undefined || parent === undefined || !hasMarks(node.value)) return undefined
      const content = contentOf(node, printed)
      const children: RootContent[] = parent.children
      children.splice(index, 1, ...content)
      return [SKIP, index + content.length]
    })
  }
}

/** The number of what an element encloses, where it encloses something printed. */
export function printedIn(node: Element): number | undefined {
  const {dataPrinted} = node.properties
  return node.tagName === 'data' && typeof dataPrinted === 'number' ? dataPrinted : undefined
}

/** Makes the elements say what they enclose: the figure for a machine, its source for a person who asks for it. */
export function nameValues(tree: Root, printed: readonly Printed[]): void {
  visit(tree, 'element', (node) => {
    const one = printed[printedIn(node) ?? -1]
    if (one === undefined || (one.origin.kind !== 'value' && one.origin.kind !== 'cell')) return
    if (typeof one.raw !== 'number' && typeof one.raw !== 'string') return
    const title = [one.source, one.asOf].filter((part) => part !== undefined).join(', ')
    node.properties = {value: String(one.raw), ...(title !== '' && {title})}
  })
  removeValues(tree)
}

/** Takes the elements away again, and joins the text that they parted: a page is the same with them as without. */
export function removeValues(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return
    if (isElement(node)) delete node.properties.dataMarkedAlt
    if (node.children.some((child) => isElement(child) && printedIn(child) !== undefined)) {
      node.children = joined(node.children as ElementContent[])
    }
  })
}

function joined(children: readonly ElementContent[]): ElementContent[] {
  const open = children.flatMap((child) =>
    isElement(child) && printedIn(child) !== undefined ? child.children : [child],
  )
  return open.reduce<ElementContent[]>((nodes, node) => {
    const last = nodes.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else nodes.push(node)
    return nodes
  }, [])
}

function contentOf({value, position: whole, data}: Text, printed: readonly Printed[]): ElementContent[] {
  let from = whole?.start
  return splitAtMarks(value).map((piece): ElementContent => {
    const position = from && {start: from, end: from}
    const node: ElementContent = {type: 'text', value: piece.text, ...(position && {position}), ...(data && {data})}
    if (piece.printed === undefined) return node
    from = printed[piece.printed]?.end ?? from
    return {...element('data', {dataPrinted: piece.printed}, [node]), ...(position && {position})}
  })
}

function clearEntry(node: MarkdownNodes, name: 'title' | 'alt' | 'label' | 'identifier'): void {
  const entries = node as Partial<Record<typeof name, string | null>>
  const value = entries[name]
  if (typeof value === 'string') entries[name] = withoutMarks(value)
}
