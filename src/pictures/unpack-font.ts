import {inflateSync} from 'node:zlib'

const HEADER = 12
const RECORD = 16
const WOFF_HEADER = 44
const WOFF_RECORD = 20
const WOFF = 0x774f4646

/**
 * Unpacks a WOFF file to the TrueType or OpenType file that it holds: what draws text outside a browser reads no other.
 * Anything else is given back as it is.
 */
export function unpackFont(file: Uint8Array): Uint8Array {
  const known = unpacked.get(file)
  if (known !== undefined) return known
  const font = unpack(file)
  unpacked.set(file, font)
  return font
}

/** The same bytes give the same font: charts, their narrow forms and pictures ask one after another. */
const unpacked = new WeakMap<Uint8Array, Uint8Array>()

function unpack(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < WOFF_HEADER || view.getUint32(0) !== WOFF) return file
  const tables = tablesOf(file, view)
  const size = tables.reduce((total, {data}) => total + padded(data.length), HEADER + RECORD * tables.length)
  const font = new Uint8Array(size)
  const out = new DataView(font.buffer)
  writeHeader(out, view.getUint32(4), tables.length)
  let at = HEADER + RECORD * tables.length
  for (const [index, {tag, checksum, data}] of tables.entries()) {
    const record = HEADER + RECORD * index
    for (const [part, value] of [tag, checksum, at, data.length].entries()) out.setUint32(record + 4 * part, value)
    font.set(data, at)
    at += padded(data.length)
  }
  return font
}

interface FontTable {
  readonly tag: number
  readonly checksum: number
  readonly data: Uint8Array
}

function tablesOf(file: Uint8Array, view: DataView): readonly FontTable[] {
  return Array.from({length: view.getUint16(12)}, (_, index) => {
    const record = WOFF_HEADER + WOFF_RECORD * index
    const [tag = 0, from = 0, packed = 0, size = 0, checksum = 0] = [0, 4, 8, 12, 16].map((part) =>
      view.getUint32(record + part),
    )
    const data = file.subarray(from, from + packed)
    // A table that packing would not make smaller is kept as it was.
    return {tag, checksum, data: packed < size ? inflateSync(data, {maxOutputLength: size}) : data}
  })
}

/** The three numbers after the count are for searching the records by halves. */
function writeHeader(out: DataView, flavor: number, count: number): void {
  const halvings = Math.floor(Math.log2(count))
  out.setUint32(0, flavor)
  out.setUint16(4, count)
  out.setUint16(6, RECORD * 2 ** halvings)
  out.setUint16(8, halvings)
  out.setUint16(10, RECORD * (count - 2 ** halvings))
}

/** Tables begin at multiples of four. */
function padded(length: number): number {
  return (length + 3) & ~3
}
