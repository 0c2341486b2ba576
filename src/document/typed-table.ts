import type {Element} from 'hast'
import {attributeValue} from '../messages/directives.ts'
import {emptyTable} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element, isElement} from './element.ts'
import {readFigureTexts} from './figure.ts'
import {tableFigure} from './table-figure.ts'

/** `:::table`: a table typed in Markdown, numbered and captioned. */
export function placeTypedTable(directive: Directive, context: Context): Element {
  const {content, attributes, position} = directive
  const {total} = attributes
  const typed = content.find((node) => isElement(node, 'table'))
  if (typed === undefined) report(context.file, position, emptyTable())
  if (total !== undefined && total !== 'last') report(context.file, position, attributeValue('total', total, ['last']))
  if (typed !== undefined && total === 'last') markLastRow(typed)
  const figure = tableFigure(
    directive,
    {texts: readFigureTexts(directive, context), table: typed ?? element('table', {}, [])},
    context,
  )
  const others = content.filter((node) => node !== typed && !(node.type === 'text' && node.value.trim() === ''))
  return {...figure, children: [...figure.children, ...others]}
}

function markLastRow(table: Element): void {
  const body = table.children.find((node) => isElement(node, 'tbody'))
  const row = body?.children.findLast((node) => isElement(node, 'tr'))
  if (row !== undefined) row.properties.className = ['total']
}
