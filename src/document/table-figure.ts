import type {Element, ElementContent} from 'hast'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'
import {captionLines, footLines, readFit, type FigureTexts} from './figure.ts'

/** A numbered table: its caption inside it, its lines under it. `numberBlocks` fills the label. */
export function tableFigure(
  directive: Directive,
  parts: {readonly texts: FigureTexts; readonly table: Element},
  context: Context,
): Element {
  const {texts, table} = parts
  // The lines of a caption are blocks by style only: the spaces keep their words apart in copied text.
  const lines = [element('span', {className: ['label']}, []), ...captionLines(texts, 'span')]
  const spaced = lines.flatMap((line, index): (ElementContent | string)[] => (index === 0 ? [line] : [' ', line]))
  const captioned = {...table, children: [element('caption', {}, spaced), ...table.children]}
  const {id} = directive
  const properties = {...(id && {id}), className: ['table-figure'], ...readFit(directive, context)}
  return {
    ...element('div', properties, [captioned, ...footLines(texts, context)]),
    data: {marks: {numbered: 'table'}},
  }
}
