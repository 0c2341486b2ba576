import {dateOfSerial, type SheetDate} from './number-format.ts'
import {isTrue, type Workbook} from './open-workbook.ts'
import {scanXml} from './scan-xml.ts'

export interface Sheet {
  /** Those that hold a value. */
  readonly rows: readonly SheetRow[]
  /** Ranges such as `A2:A4`. */
  readonly merged: readonly string[]
  /** From 1, as the sheet counts. */
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly {readonly first: number; readonly last: number}[]
  /** Cells with a value whose format shows none, such as `C4`. */
  readonly hiddenCells: readonly string[]
}

export interface SheetRow {
  /** From 1, as the sheet counts. */
  readonly number: number
  /** By column, from 0; without those that are empty. */
  readonly cells: ReadonlyMap<number, SheetValue>
}

export type SheetValue = string | number | boolean | SheetDate | NoValue

/** A cell that failed to compute: its sign such as `#DIV/0!`, or none where a formula was never computed. */
export interface NoValue {
  readonly failed: string | undefined
}

export function readSheet(xml: string, workbook: Workbook): Sheet {
  const reader = new SheetReader(workbook)
  scanXml(xml, reader)
  return reader
}

type Attribute = (name: string) => string | undefined

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | undefined
  isFormula: boolean
}

class SheetReader implements Sheet {
  readonly rows: {number: number; cells: Map<number, SheetValue>}[] = []
  readonly merged: string[] = []
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: {first: number; last: number}[] = []
  readonly hiddenCells: string[] = []
  readonly #workbook: Workbook
  readonly #openers: Readonly<Record<string, (attribute: Attribute) => void>> = {
    row: (attribute) => this.#openRow(attribute),
    c: (attribute) => this.#openCell(attribute),
    f: () => {
      if (this.#cell) this.#cell.isFormula = true
    },
    rPh: () => {
      this.#phonetic += 1
    },
    mergeCell: (attribute) => this.merged.push(attribute('ref') ?? ''),
    col: (attribute) => {
      if (!isTrue(attribute('hidden'))) return
      this.hiddenColumns.push({first: Number(attribute('min')), last: Number(attribute('max'))})
    },
  }
  #row = 0
  #next = 0
  #cell: OpenCell | undefined
  #cells = new Map<number, SheetValue>()
  /** Whether what follows is the value of the cell. */
  #isValue = false
  #phonetic = 0

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  readonly open = (name: string, attribute: Attribute): void => {
    this.#isValue = (name === 'v' || (name === 't' && this.#phonetic === 0)) && this.#cell !== undefined
    if (this.#isValue && this.#cell) this.#cell.value ??= ''
    this.#openers[name]?.(attribute)
  }

  readonly text = (text: string): void => {
    if (this.#isValue && this.#cell) this.#cell.value = (this.#cell.value ?? '') + text
  }

  readonly close = (name: string): void => {
    this.#isValue = false
    if (name === 'rPh') this.#phonetic -= 1
    if (name === 'c' && this.#cell) {
      this.#keep(this.#cell)
      this.#cell = undefined
    }
    if (name === 'row' && this.#cells.size > 0) this.rows.push({number: this.#row, cells: this.#cells})
  }

  #openRow(attribute: Attribute): void {
    this.#row = Number(attribute('r') ?? this.#row + 1)
    this.#next = 0
    this.#cells = new Map()
    if (isTrue(attribute('hidden'))) this.hiddenRows.push(this.#row)
  }

  #openCell(attribute: Attribute): void {
    const reference = attribute('r')
    const column = reference === undefined ? this.#next : columnOf(reference)
    this.#next = column + 1
    this.#cell = {
      column,
      type: attribute('t') ?? 'n',
      style: Number(attribute('s') ?? 0),
      value: undefined,
      isFormula: false,
    }
  }

  #keep(cell: OpenCell): void {
    const value = valueOf(cell, this.#workbook)
    if (value === undefined || value === '') return
    this.#cells.set(cell.column, value)
    if (this.#workbook.formats[cell.style]?.isHidden === true)
      this.hiddenCells.push(`${columnName(cell.column)}${this.#row}`)
  }
}

function valueOf({type, value, style, isFormula}: OpenCell, workbook: Workbook): SheetValue | undefined {
  if (value === undefined) return isFormula ? {failed: undefined} : undefined
  if (type === 's') return unescaped(workbook.strings[Number(value)] ?? '')
  if (type === 'str' || type === 'inlineStr') return unescaped(value)
  if (type === 'b') return value.trim() === '1'
  if (type === 'e') return {failed: value}
  if (type === 'd') return {date: value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, ''), shown: 'date'}
  return value.trim() === '' ? undefined : numberOf(Number(value), style, workbook)
}

function numberOf(number: number, style: number, {formats, is1904}: Workbook): number | SheetDate {
  const shown = formats[style]?.date
  const date = shown && dateOfSerial(number, {is1904})
  // Spreadsheets keep fifteen digits of a number; what follows in the file is the dust of binary fractions.
  return shown && date !== undefined ? {date, shown} : Number(number.toPrecision(15))
}

/** Characters that XML cannot hold are written as `_x000D_`. */
function unescaped(text: string): string {
  return text
    .replaceAll(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/g, '\n')
}

/** The column of a cell such as `AB12`, from 0. */
export function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? 'A') {
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return column - 1
}

/** `AB` of 27. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
