import {createHash} from 'node:crypto'
import {writeValue, type NumberOf} from './write-value.ts'
import {isStream, type PdfFile} from './values.ts'

/** Four bytes above 127 tell programs that move files about that it is not text. */
const header = Buffer.from('%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n', 'latin1')

/**
 * Puts a PDF together: all that can be reached from its root and from Info, numbered in the order in which it is
 * reached, then the table and the trailer, with an id made from all of the content. What nothing points to is left out.
 */
export function writePdf(pdf: PdfFile): Uint8Array {
  const {queue, numberOf} = numbering()
  const [root, info] = [numberOf(pdf.root), numberOf(pdf.info)]
  const {parts, offsets, length} = writeObjects(pdf, queue, numberOf)
  const size = offsets.length + 1
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const id = idOf(parts)
  const trailer = `<</Size ${size}/Root ${root} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>`
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
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

/** @param queue grows while its objects are written */
function writeObjects(pdf: PdfFile, queue: readonly number[], numberOf: NumberOf) {
  const parts: Uint8Array[] = [header]
  const offsets: number[] = []
  let length = header.length
  // Objects without bytes of their own are written as one long text: a buffer for each would take most of the time.
  let text = ''
  const add = (part: Uint8Array): void => {
    parts.push(part)
    length += part.length
  }
  const flush = (): void => {
    add(Buffer.from(text, 'latin1'))
    text = ''
  }
  for (const ref of queue) {
    offsets.push(length + text.length)
    const object = pdf.objects.get(ref) ?? null
    text += `${offsets.length} 0 obj\n${writeValue(isStream(object) ? object.dict : object, numberOf)}\n`
    if (isStream(object)) {
      text += 'stream\n'
      flush()
      add(object.data)
      text += '\nendstream\n'
    }
    text += 'endobj\n'
  }
  flush()
  return {parts, offsets, length}
}

function idOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
