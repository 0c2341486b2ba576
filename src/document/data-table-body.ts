import type {Element, ElementContent} from 'hast'
import type {Cell, Field, Row, Table} from '../model/data.ts'
import {formatValue} from '../values/format.ts'
import type {CellCalls} from './cell-calls.ts'
import {isNumeric} from './data-table-head.ts'
import {element} from './element.ts'
import {identifierOf, noteCall} from './note-call.ts'

export interface BodyOptions {
  readonly fields: readonly Field[]
  /** Name of the column whose cells head their rows. */
  readonly rowHead: string | undefined
  readonly calls: CellCalls
  /** Whether the last row holds totals. */
  readonly total: boolean
  readonly lang: string
}

export interface TableBody {
  readonly element: Element
  /** The marks that stand in place of missing cells. */
  readonly marks: ReadonlySet<string>
}

/** The rows of a data table, formatted; what is missing stands as a mark. */
export function tableBody(table: Table, options: BodyOptions): TableBody {
  const marks = new Set<string>()
  const rows = table.rows.map((row, index) => {
    const cells = options.fields.map((field) => cellElement(field, cellText(field, row, index)))
    const isTotal = options.total && index === table.rows.length - 1
    return element('tr', isTotal ? {className: ['total']} : {}, cells)

    function cellElement(field: Field, text: string): Element {
      const isHead = field.name === options.rowHead
      const called = options.calls.get(`${index}:${field.name}`) ?? []
      const content: ElementContent[] = [
        {type: 'text', value: text},
        ...called.map((label) => noteCall(identifierOf(label))),
      ]
      const properties = {...(isHead && {scope: 'row'}), ...(isNumeric(field) && {className: ['num']})}
      return element(isHead ? 'th' : 'td', properties, content)
    }
  })
  return {element: element('tbody', {}, rows), marks}

  function cellText(field: Field, row: Row, index: number): string {
    const raw = row[field.name] ?? null
    if (raw !== null) return formattedCell(raw, field, options.lang)
    const mark = table.missing?.[`${index}:${field.name}`] ?? '[x]'
    marks.add(mark)
    return mark
  }
}

/** A cell as text. In a column that has its unit in its head the unit is not said again. */
export function formattedCell(raw: Cell, {format, type, unit}: Field, lang: string): string {
  const hasUnit = unit !== undefined && unit !== ''
  const bare = hasUnit && format !== undefined && format in formatsWithoutUnit ? formatsWithoutUnit[format] : format
  return formatValue(raw, {format: bare, type, lang})
}

const formatsWithoutUnit: Readonly<Record<string, string | undefined>> = {
  percent: 'integer',
  percent1: 'decimal',
  'change-percent': 'change',
  points: undefined,
}
