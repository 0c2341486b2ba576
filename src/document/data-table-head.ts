import type {Element, ElementContent} from 'hast'
import type {Position} from 'unist'
import type {Field} from '../model/data.ts'
import type {Context} from './context.ts'
import {element} from './element.ts'

/** The head of a data table: a row of groups where columns have some, and the row of columns with their units. */
export function tableHead(fields: readonly Field[], from: Origin): Element {
  const heads = fields.map((field) =>
    element('th', {scope: 'col', ...(isNumeric(field) && {className: ['num']})}, headContent(field, from)),
  )
  const spanners = fields.some(({group}) => group !== undefined) ? [spannerRow(fields, from)] : []
  return element('thead', {}, [...spanners, element('tr', {}, heads)])
}

/** Whether a column's cells are figures, which stand right-aligned under each other. */
export function isNumeric({type}: Field): boolean {
  return type === 'integer' || type === 'number'
}

interface Origin {
  readonly position: Position | undefined
  readonly context: Context
}

function headContent({title, unit}: Field, {position, context}: Origin): ElementContent[] {
  const content = context.inline(title, {position})
  if (unit === undefined || unit === '') return content
  return [...content, {type: 'text', value: ' '}, element('span', {className: ['unit']}, [`(${unit})`])]
}

function spannerRow(fields: readonly Field[], {position, context}: Origin): Element {
  const cells = runs(fields).map(({group, length}) =>
    group === undefined
      ? element('td', {}, [])
      : element('th', {scope: 'colgroup', colSpan: length}, context.inline(group, {position})),
  )
  return element('tr', {className: ['spanner']}, cells)
}

// Neighbours with the same group make one run; columns without a group stand alone.
function runs(fields: readonly Field[]): {group: string | undefined; length: number}[] {
  const found: {group: string | undefined; length: number}[] = []
  for (const {group} of fields) {
    const last = found.at(-1)
    if (last !== undefined && group !== undefined && last.group === group) last.length += 1
    else found.push({group, length: 1})
  }
  return found
}
