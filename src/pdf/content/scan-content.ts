import {makeGlyphRoom, type FontWidths, type GlyphRoom} from './glyph-row.ts'
import {identity, multiply, toMatrix, type Matrix} from './matrix.ts'
import type {BeginPiece, Piece} from './pieces.ts'
import {nextOperator, numbersOf, scanOperators, type OperatorScan} from './scan-operators.ts'
import {scanText} from './scan-text.ts'

/** What scanning keeps of the state of the page. */
interface Scan {
  readonly operators: OperatorScan
  readonly pieces: Piece[]
  readonly fontOf: (name: string) => FontWidths | undefined
  readonly room: GlyphRoom
  /** Where operators begin that are not yet in a piece; undefined where there are none. */
  pending: number | undefined
  /** Where the present path begins. */
  path: number | undefined
  matrix: Matrix
  readonly saved: Matrix[]
}

/**
 * Takes the content of a page apart.
 *
 * @param fontOf the fonts by the names that they have on the page
 * @param room where the glyphs go: several pages may share it
 */
export function scanContent(text: string, fontOf: Scan['fontOf'], room: GlyphRoom = makeGlyphRoom()): Piece[] {
  const operators = scanOperators(text)
  const scan: Scan = {
    operators,
    pieces: [],
    fontOf,
    room,
    pending: undefined,
    path: undefined,
    matrix: identity,
    saved: [],
  }
  while (nextOperator(operators)) takeOperator(scan)
  flushState(scan, operators.at)
  return scan.pieces
}

const pathOperators = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're'])

function takeOperator(scan: Scan): void {
  const {operators} = scan
  if (pathOperators.has(operators.operator)) scan.path ??= operators.start
  const take = takers.get(operators.operator) ?? takeState
  take(scan)
}

function takeState(scan: Scan): void {
  const {operators} = scan
  scan.pending ??= operators.start
  switch (operators.operator) {
    case 'q':
      return void scan.saved.push(scan.matrix)
    case 'Q':
      scan.matrix = scan.saved.pop() ?? identity
      return
    case 'cm':
      scan.matrix = multiply(toMatrix(numbersOf(operators)), scan.matrix)
      return
    case 'n':
      // The path only sets a clip.
      scan.path = undefined
  }
}

function takePaint(scan: Scan): void {
  const {operators, pieces} = scan
  const start = scan.path ?? operators.start
  flushState(scan, start)
  pieces.push({kind: 'paint', written: operators.text.slice(start, operators.at)})
}

function takeText(scan: Scan): void {
  flushState(scan, scan.operators.start)
  scan.pieces.push(scanText(scan.operators, scan))
}

function takeMark(scan: Scan): void {
  const {operators, pieces} = scan
  flushState(scan, operators.start)
  const written = operators.text.slice(operators.start, operators.at)
  pieces.push(operators.operator === 'EMC' ? {kind: 'end', written} : beginOf(written))
}

function refusePicture(): never {
  throw new Error('Unexpected picture within the content of a page')
}

/** Operators that are more than a setting. */
const takers: ReadonlyMap<string, (scan: Scan) => void> = new Map([
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'Do', 'sh'].map((name) => [name, takePaint] as const),
  ...['BDC', 'BMC', 'EMC'].map((name) => [name, takeMark] as const),
  ['BT', takeText],
  ['BI', refusePicture],
])

function beginOf(written: string): BeginPiece {
  const mcid = /\/MCID (\d+)/.exec(written)?.[1]
  const tag = /^\/([^\s/<[(]+)/.exec(written)?.[1] ?? ''
  return {kind: 'begin', tag, mcid: mcid === undefined ? undefined : Number(mcid), written}
}

/** Ends a piece of operators that only set something. */
function flushState(scan: Scan, end: number): void {
  const {pending, operators, pieces} = scan
  scan.path = undefined
  scan.pending = undefined
  if (pending === undefined || pending >= end) return
  const written = operators.text.slice(pending, end).trim()
  if (written !== '') pieces.push({kind: 'state', written})
}
