import type {Element, ElementContent, Root} from 'hast'
import type {SafeString} from 'handlebars'
import {visit} from '../../visit.ts'
import {hasClass, isElement, plainText} from '../../document/element.ts'
import {withoutCalls} from '../../document/note-call.ts'
import {withoutLinks} from '../../document/without-links.ts'
import type {RenderMarkup} from '../shell-data.ts'

/** An entry of a list of figures or tables. */
export interface FigureEntry {
  readonly id: string
  /** As `Figure 2`. */
  readonly label: string
  readonly text: SafeString
}

/** The lists of figures and tables that a brief asked for; both are empty where it did not. */
export function listFigures(
  body: Root,
  asked: string | number | boolean | undefined,
  render: RenderMarkup,
): {figureList: readonly FigureEntry[]; tableList: readonly FigureEntry[]} {
  const listed = (className: string): FigureEntry[] => entriesOf(body, className, render)
  return {
    figureList: asked === 'figures' || asked === 'both' ? listed('figure') : [],
    tableList: asked === 'tables' || asked === 'both' ? listed('table-figure') : [],
  }
}

function entriesOf(body: Root, className: string, render: RenderMarkup): FigureEntry[] {
  const entries: FigureEntry[] = []
  visit(body, 'element', (node) => {
    if (!hasClass(node, className)) return
    const label = findClass(node, 'label')
    const headline = findClass(node, 'headline')
    const words: readonly ElementContent[] = headline?.children ?? []
    entries.push({
      id: String(node.properties.id),
      label: label === undefined ? '' : plainText(label.children),
      text: render(withoutLinks(withoutCalls(words))),
    })
  })
  return entries
}

function findClass(parent: Element, name: string): Element | undefined {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    const found = hasClass(child, name) ? child : findClass(child, name)
    if (found !== undefined) return found
  }
  return undefined
}
