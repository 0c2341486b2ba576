/** A PDF as Chromium writes it: numbered objects, a plain cross-reference table, a trailer. */
export interface PdfObjects {
  readonly header: Uint8Array
  /** The body of each object, between `N 0 obj` and `endobj`, by number. */
  readonly objects: Map<number, Uint8Array>
  readonly root: number
  readonly info: number
}

/**
 * Takes a PDF apart by its cross-reference table, without reading the objects: a library that parses all of them takes
 * longer to load than the browser to print.
 *
 * @throws Error when the file is not of the plain kind that Chromium writes
 */
export function parsePdf(bytes: Uint8Array): PdfObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file.subarray(-64).toString('latin1'))?.[1])
  const tail = file.subarray(start).toString('latin1')
  const table = /^xref\s+0 (\d+)\s+/.exec(tail)
  const root = /\/Root (\d+) 0 R/.exec(tail)
  const info = /\/Info (\d+) 0 R/.exec(tail)
  if (!table || !root || !info) throw new Error('The browser wrote a PDF of another kind than expected')
  const offsets = readOffsets(tail.slice(table[0].length), Number(table[1]))
  const ends = [...offsets.values(), start].sort((a, b) => a - b)
  const next = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? start]))
  const objects = new Map<number, Uint8Array>()
  for (const [number, offset] of offsets) objects.set(number, bodyOf(file.subarray(offset, next.get(offset))))
  return {header: file.subarray(0, ends[0]), objects, root: Number(root[1]), info: Number(info[1])}
}

/** Puts a PDF together again: objects by number, then table and trailer. `id` is 32 hexadecimal digits. */
export function writePdf({header, objects, root, info}: PdfObjects, id: string): Uint8Array {
  const parts: Uint8Array[] = [header]
  let length = header.length
  const add = (part: Uint8Array): void => {
    parts.push(part)
    length += part.length
  }
  const numbers = [...objects.keys()].sort((a, b) => a - b)
  const size = (numbers.at(-1) ?? 0) + 1
  const entries = Array.from({length: size}, () => '0000000000 65535 f \n')
  for (const number of numbers) {
    entries[number] = `${String(length).padStart(10, '0')} 00000 n \n`
    add(Buffer.from(`${number} 0 obj\n`))
    add(objects.get(number) ?? Buffer.alloc(0))
    add(Buffer.from('\nendobj\n'))
  }
  const trailer = `<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>`
  const start = length
  add(Buffer.from(`xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`))
  return joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function readOffsets(table: string, count: number): Map<number, number> {
  const offsets = new Map<number, number>()
  for (let number = 0; number < count; number++) {
    const entry = table.slice(number * 20, number * 20 + 20)
    if (entry[17] === 'n') offsets.set(number, Number(entry.slice(0, 10)))
  }
  return offsets
}

function bodyOf(object: Buffer): Uint8Array {
  return object.subarray(object.indexOf('obj') + 4, object.lastIndexOf('\nendobj'))
}
