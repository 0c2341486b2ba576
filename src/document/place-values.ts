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

/**
 * Makes the elements say what they enclose: the figure for a machine; for a person a button that opens its source beside
 * it, by touch, pointer or key, without a script. Links, headings and captions hold no buttons: there the source is a title.
 * Words without a block around them have none either: a template sets them in headings and in lists of links.
 */
export function nameValues(tree: Root, printed: readonly Printed[]): void {
  nameIn(
    tree,
    printed,
    tree.children.some((node) => isElement(node) && !inline.has(node.tagName)),
  )
  removeValues(tree)
}

/** What may stand in running text, of that which a narrative can hold. */
const inline = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

const withoutButtons = new Set(['a', 'button', 'summary', 'caption', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function nameIn(parent: Root | Element, printed: readonly Printed[], mayOpen: boolean): void {
  for (const node of parent.children) {
    if (!isElement(node)) continue
    const index = printedIn(node) ?? -1
    const one = printed[index]
    if (one === undefined) nameIn(node, printed, mayOpen && !withoutButtons.has(node.tagName))
    else nameValue(node, one, mayOpen ? `number-${index}` : undefined)
  }
}

function nameValue(node: Element, {origin, raw, source, asOf}: Printed, id: string | undefined): void {
  if (origin.kind !== 'value' && origin.kind !== 'cell') return
  if (typeof raw !== 'number' && typeof raw !== 'string') return
  const title = [source, asOf].filter((part) => part !== undefined).join(', ')
  node.properties = {value: String(raw), ...(title !== '' && {title})}
  if (title === '' || id === undefined) return
  const button = {type: 'button', className: ['number-button'], popoverTarget: id}
  node.children = [
    element('button', button, node.children),
    element('span', {id, popover: '', role: 'note', className: ['number-source']}, [title]),
  ]
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
