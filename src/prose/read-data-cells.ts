import type {Element, ElementContent} from 'hast'
import {isElement} from '../document/element.ts'
import type {Passage} from './passage.ts'
import type {Where} from './read-passages.ts'

type Walk = (nodes: readonly ElementContent[], where: Where) => Passage[]

interface DataTable {
  readonly name: string
  readonly where: Where
}

/** The passages of a data table: its caption and heads as they are, its cells as what they are, cells of a table. */
export function readDataCells(table: Element, {name, where}: DataTable, walk: Walk): Passage[] {
  return table.children
    .filter((child) => isElement(child))
    .flatMap((part) => {
      if (part.tagName !== 'tbody') return walk([part], where)
      return part.children
        .filter((child) => isElement(child))
        .flatMap((row, index) =>
          row.children
            .filter((child) => isElement(child))
            .flatMap((cell, column) =>
              walk([cell], where).map((passage): Passage => {
                const whole = {start: 0, end: passage.text.length}
                return {...passage, kind: 'cell', spans: [{kind: 'cell', ...whole, table: name, row: index, column}]}
              }),
            ),
        )
    })
}
