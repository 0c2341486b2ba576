import {makeStreamLater, readBytes} from './streams.ts'
import {dictOf, isArray, isDict, isNumber, type PdfDict, type PdfStream} from './values.ts'

/** Where an object stands: in the file, or as one of a group of objects. */
export type ObjectPlace = {readonly offset: number} | {readonly group: number; readonly index: number}

/** Bytes of an entry's kind, of its offset or group, and of its index. */
const widths = [1, 4, 2] as const
const entryLength = 7
const rowLength = entryLength + 1
/** Each byte of an entry is written as its difference to that above it (ISO 32000-1, 7.4.4.4): most are 0. */
const up = 2

/**
 * Writes where objects stand, from number 1, as a table that is the file's trailer too.
 *
 * @param trailer its other entries
 */
export async function writeReferences(places: readonly ObjectPlace[], trailer: PdfDict): Promise<PdfStream> {
  const rows = Buffer.alloc((places.length + 1) * rowLength)
  let above = writeEntry(undefined)
  rows[0] = up
  above.copy(rows, 1)
  for (const [index, place] of places.entries()) {
    const entry = writeEntry(place)
    const start = (index + 1) * rowLength
    rows[start] = up
    for (let at = 0; at < entryLength; at++) rows[start + 1 + at] = (entry[at] ?? 0) - (above[at] ?? 0)
    above = entry
  }
  const entries = dictOf({
    Type: 'XRef',
    Size: places.length + 1,
    W: [...widths],
    DecodeParms: dictOf({Predictor: 12, Columns: entryLength}),
  })
  return makeStreamLater(rows, new Map([...entries, ...trailer]))
}

/** @param place undefined for number 0, which no object has */
function writeEntry(place: ObjectPlace | undefined): Buffer {
  const entry = Buffer.alloc(entryLength)
  if (place === undefined) entry.writeUInt16BE(65_535, 5)
  else if ('offset' in place) {
    entry[0] = 1
    entry.writeUInt32BE(place.offset, 1)
  } else {
    entry[0] = 2
    entry.writeUInt32BE(place.group, 1)
    entry.writeUInt16BE(place.index, 5)
  }
  return entry
}

/**
 * Reads such a table: where each object stands, by its number.
 *
 * @throws Error when it is written in another form
 */
export function readReferences({dict, data}: PdfStream): Map<number, ObjectPlace> {
  const size = dict.get('Size')
  if (!isKnownForm(dict) || !isNumber(size)) throw new Error('The PDF has a table of objects of another form')
  const rows = readBytes({dict, data})
  const places = new Map<number, ObjectPlace>()
  const entry = Buffer.alloc(entryLength)
  for (let number = 0; number < size; number++) {
    const start = number * rowLength
    for (let at = 0; at < entryLength; at++) entry[at] = (entry[at] ?? 0) + (rows[start + 1 + at] ?? 0)
    if (entry[0] === 1) places.set(number, {offset: entry.readUInt32BE(1)})
    if (entry[0] === 2) places.set(number, {group: entry.readUInt32BE(1), index: entry.readUInt16BE(5)})
  }
  return places
}

function isKnownForm(dict: PdfDict): boolean {
  const [form, coding] = [dict.get('W'), dict.get('DecodeParms')]
  const isOfWidths = isArray(form) && form.length === widths.length && form.every((width, at) => width === widths[at])
  return isOfWidths && isDict(coding) && coding.get('Predictor') === 12 && !dict.has('Index')
}
