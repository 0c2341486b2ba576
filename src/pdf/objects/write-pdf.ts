import {createHash} from 'node:crypto'
import {makeStreamLater} from './streams.ts'
import {writeReferences, type ObjectPlace} from './references.ts'
import {writeValue, type NumberOf} from './write-value.ts'
import {dictOf, isStream, type PdfFile, type PdfStream} from './values.ts'

/** Four bytes above 127 tell programs that move files about that it is not text. */
const header = Buffer.from('%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n', 'latin1')

/** How many objects are compressed together: readers take a group apart as a whole. */
const groupSize = 400

/**
 * Puts a PDF together: all that can be reached from its root and from Info, numbered in the order in which it is
 * reached, with an id made from all of the content. Objects that are no streams stand in compressed groups (ISO 32000-1,
 * 7.5.7), and where each stands in a compressed table at the end (7.5.8). What nothing points to is left out.
 */
export async function writePdf(pdf: PdfFile): Promise<Uint8Array> {
  const {queue, numberOf} = numbering()
  const [root, info] = [numberOf(pdf.root), numberOf(pdf.info)]
  const {streams, groups} = sortObjects(pdf, queue, numberOf)
  const file = startFile()
  const places: ObjectPlace[] = []
  for (const {number, stream} of streams) places[number - 1] = {offset: addStream(file, number, stream)}
  const packed = await Promise.all(groups.map(packGroup))
  for (const [index, stream] of packed.entries()) {
    const number = queue.length + index + 1
    groups[index]?.numbers.forEach((member, at) => (places[member - 1] = {group: number, index: at}))
    places[number - 1] = {offset: addStream(file, number, stream)}
  }
  const id = {bytes: idOf(file.parts)}
  const trailer = dictOf({Root: {ref: root}, Info: {ref: info}, ID: [id, id]})
  const start = file.length
  addStream(file, places.length + 1, await writeReferences([...places, {offset: start}], trailer))
  return Buffer.concat([...file.parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)])
}

/** Numbers objects from one as they are asked for, and keeps them in that order. */
function numbering(): {queue: readonly number[]; numberOf: NumberOf} {
  const numbers = new Map<number, number>()
  const queue: number[] = []
  const numberOf = (ref: number): number => {
    const known = numbers.get(ref)
    if (known !== undefined) return known
    queue.push(ref)
    numbers.set(ref, queue.length)
    return queue.length
  }
  return {queue, numberOf}
}

interface Sorted {
  readonly streams: readonly {readonly number: number; readonly stream: WrittenStream}[]
  readonly groups: readonly Group[]
}

interface WrittenStream {
  readonly head: string
  readonly data: Uint8Array
}

/** Objects that are written together, one behind the other. */
interface Group {
  readonly numbers: number[]
  readonly offsets: number[]
  text: string
}

/** @param queue grows while its objects are written */
function sortObjects(pdf: PdfFile, queue: readonly number[], numberOf: NumberOf): Sorted {
  const streams: Sorted['streams'][number][] = []
  const groups: Group[] = []
  let group: Group | undefined
  let number = 0
  for (const ref of queue) {
    number++
    const object = pdf.objects.get(ref) ?? null
    if (isStream(object)) {
      streams.push({number, stream: {head: writeValue(object.dict, numberOf), data: object.data}})
      continue
    }
    if (group === undefined || group.numbers.length >= groupSize) {
      group = {numbers: [], offsets: [], text: ''}
      groups.push(group)
    }
    group.numbers.push(number)
    group.offsets.push(group.text.length)
    group.text += `${writeValue(object, numberOf)}\n`
  }
  return {streams, groups}
}

/** Compressed on another thread. */
async function packGroup({numbers, offsets, text}: Group): Promise<WrittenStream> {
  const index = numbers.map((number, at) => `${number} ${offsets[at] ?? 0}`).join(' ')
  const entries = dictOf({Type: 'ObjStm', N: numbers.length, First: index.length + 1})
  return written(await makeStreamLater(Buffer.from(`${index}\n${text}`, 'latin1'), entries))
}

function written({dict, data}: PdfStream): WrittenStream {
  return {head: writeValue(dict), data}
}

interface FileParts {
  readonly parts: Uint8Array[]
  length: number
}

function startFile(): FileParts {
  return {parts: [header], length: header.length}
}

/** @returns where it stands */
function addStream(file: FileParts, number: number, stream: WrittenStream | PdfStream): number {
  const offset = file.length
  const {head, data} = 'head' in stream ? stream : written(stream)
  const parts = [
    Buffer.from(`${number} 0 obj\n${head}\nstream\n`, 'latin1'),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]
  for (const part of parts) {
    file.parts.push(part)
    file.length += part.length
  }
  return offset
}

/** Sixteen bytes. */
function idOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest().subarray(0, 16).toString('latin1')
}
