import {isArray, isDict, isRef, isString, type PdfDict, type PdfValue} from './values.ts'

/** A value as it stands in a file, in Latin-1, with no more space than it needs. */
export function writeValue(value: PdfValue): string {
  if (typeof value === 'string') return writeName(value)
  if (typeof value === 'number') return writeNumber(value)
  if (isRef(value)) return `${value.ref} 0 R`
  if (isDict(value)) return writeDict(value)
  if (isArray(value)) return `[${value.map((member) => writeValue(member)).join(' ')}]`
  if (isString(value)) return writeString(value.bytes)
  return String(value)
}

/** Without an exponent, which PDF does not know, and without noise behind the sixth digit. */
export function writeNumber(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const text = String(Math.round(value * 1e6) / 1e6)
  if (text.includes('e')) return '0'
  return text.startsWith('0.') ? text.slice(1) : text.startsWith('-0.') ? `-${text.slice(2)}` : text
}

function writeDict(dict: PdfDict): string {
  let text = '<<'
  for (const [key, value] of dict) {
    const written = writeValue(value)
    text += writeName(key)
    text += isOpen.has(written.charCodeAt(0)) ? written : ` ${written}`
  }
  return `${text}>>`
}

/** What needs no space before it: `/`, `<`, `(`, `[`. */
const isOpen: ReadonlySet<number> = new Set([47, 60, 40, 91])

function writeName(name: string): string {
  if (/^[\w+\-.]*$/.test(name)) return `/${name}`
  return `/${name.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (character) => `#${hexadecimal(character)}`)}`
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

function writeString(bytes: string): string {
  if (/^[\w .,:;-]*$/.test(bytes)) return `(${bytes})`
  const literal = bytes.replaceAll(/[\\()]/g, String.raw`\$&`).replaceAll('\r', String.raw`\r`)
  return `(${literal})`
}
