import {createHash} from 'node:crypto'
import {writeValue} from './write-value.ts'
import {isStream, type PdfFile} from './values.ts'

/** Four bytes above 127 tell programs that move files about that it is not text. */
const header = Buffer.from('%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n', 'latin1')

/** Puts a PDF together: objects by number, then table and trailer, with an id made from all of its content. */
export function writePdf({objects, root, info}: PdfFile): Uint8Array {
  const parts: Uint8Array[] = [header]
  let length = header.length
  // Objects without bytes of their own are written as one long text: a buffer for each would take most of the time.
  let text = ''
  const flush = (): void => {
    if (text === '') return
    parts.push(Buffer.from(text, 'latin1'))
    length += text.length
    text = ''
  }
  const numbers = [...objects.keys()].sort((a, b) => a - b)
  const size = (numbers.at(-1) ?? 0) + 1
  const entries = Array.from({length: size}, () => '0000000000 65535 f \n')
  for (const number of numbers) {
    entries[number] = `${String(length + text.length).padStart(10, '0')} 00000 n \n`
    const object = objects.get(number) ?? null
    text += `${number} 0 obj\n`
    if (isStream(object)) {
      text += `${writeValue(object.dict)}\nstream\n`
      flush()
      parts.push(object.data)
      length += object.data.length
      text += '\nendstream\nendobj\n'
    } else text += `${writeValue(object)}\nendobj\n`
  }
  flush()
  const id = idOf(parts)
  const trailer = `<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]>>`
  parts.push(Buffer.from(`xref\n0 ${size}\n${entries.join('')}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function idOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
