import {parseValue, skipSpace, type Cursor} from './parse-value.ts'
import {readReferences, type ObjectPlace} from './references.ts'
import {readStream} from './streams.ts'
import {isDict, isNumber, isRef, isStream, type PdfDict, type PdfFile, type PdfObject} from './values.ts'

/**
 * Takes apart a PDF: of the plain kind that Chromium writes, with numbered objects, a cross-reference table and a trailer;
 * or of the kind that write-pdf.ts makes of it.
 *
 * @throws Error when the file is of another kind
 */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))?.[1])
  const source = {file, text: file.toString('latin1')}
  const {places, trailer} = source.text.startsWith('xref', start)
    ? readTable(source.text, start)
    : readEnd(source, start)
  const [root, info] = [trailer.get('Root'), trailer.get('Info')]
  if (!isRef(root) || !isRef(info)) throw unknownKind()
  const objects = readObjects(source, places)
  const next = Math.max(0, ...places.keys()) + 1
  return {objects, root: root.ref, info: info.ref, next, isEncrypted: trailer.has('Encrypt')}
}

interface Source {
  readonly file: Buffer
  /** The same in Latin-1. */
  readonly text: string
}

interface References {
  readonly places: ReadonlyMap<number, ObjectPlace>
  readonly trailer: PdfDict
}

/** Entries of twenty bytes each: an offset, a generation, `n` for in use. */
function readTable(text: string, start: number): References {
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 64))
  const end = text.indexOf('trailer', start)
  if (head === null || end < 0) throw unknownKind()
  const places = new Map<number, ObjectPlace>()
  const first = start + head[0].length
  for (let number = 0; number < Number(head[1]); number++) {
    const at = first + number * 20
    if (text[at + 17] === 'n') places.set(number, {offset: Number(text.slice(at, at + 10))})
  }
  const trailer = parseValue({text, at: end + 'trailer'.length})
  if (!isDict(trailer)) throw unknownKind()
  return {places, trailer}
}

function readEnd(source: Source, start: number): References {
  if (!/^\d+ 0 obj/.test(source.text.slice(start, start + 20))) throw unknownKind()
  const table = readObject(source, start)
  if (!isStream(table)) throw unknownKind()
  return {places: readReferences(table), trailer: table.dict}
}

/** The groups, and the table, are no objects of the document. */
function readObjects(source: Source, places: References['places']): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>()
  const groups = new Map<number, readonly PdfObject[]>()
  const memberOf = (group: number, index: number): PdfObject | undefined => {
    const offset = places.get(group)
    if (offset === undefined || !('offset' in offset)) throw unknownKind()
    const members = groups.get(group) ?? readGroup(readObject(source, offset.offset))
    groups.set(group, members)
    return members[index]
  }
  for (const [number, place] of places) {
    const object = 'offset' in place ? readObject(source, place.offset) : memberOf(place.group, place.index)
    const type = isStream(object) ? object.dict.get('Type') : undefined
    if (object !== undefined && type !== 'ObjStm' && type !== 'XRef') objects.set(number, object)
  }
  return objects
}

function readObject({file, text}: Source, offset: number): PdfObject {
  const cursor: Cursor = {text, at: text.indexOf('obj', offset) + 3}
  const value = parseValue(cursor)
  if (!isDict(value)) return value
  skipSpace(cursor)
  if (!cursor.text.startsWith('stream', cursor.at)) return value
  const start = cursor.text.indexOf('\n', cursor.at) + 1
  const length = value.get('Length')
  if (typeof length !== 'number') throw new Error('A stream of the PDF lacks its length')
  return {dict: value, data: file.subarray(start, start + length)}
}

/** Numbers and places of the members stand before them. */
function readGroup(group: PdfObject): PdfObject[] {
  const first = isStream(group) ? group.dict.get('First') : undefined
  if (!isStream(group) || !isNumber(first)) throw unknownKind()
  const text = readStream(group)
  const numbers = text.slice(0, first).trim().split(/\s+/)
  return Array.from({length: numbers.length / 2}, (_, index) =>
    parseValue({text, at: first + Number(numbers[index * 2 + 1])}),
  )
}

function unknownKind(): Error {
  return new Error('The browser wrote a PDF of another kind than expected')
}
