import {isArray, isDict, isRef, isString, type PdfDict, type PdfValue} from './values.ts'

/** Gives the number that an object has in the file which is written. */
export type NumberOf = (ref: number) => number

/** A value as it stands in a file, in Latin-1, with no more space than it needs. */
export function writeValue(value: PdfValue, numberOf: NumberOf = (ref) => ref): string {
  if (typeof value === 'string') return writeName(value)
  if (typeof value === 'number') return writeNumber(value)
  if (isRef(value)) return `${numberOf(value.ref)} 0 R`
  if (isDict(value)) return writeDict(value, numberOf)
  if (isArray(value)) return writeArray(value, numberOf)
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

function writeDict(dict: PdfDict, numberOf: NumberOf): string {
  let text = '<<'
  for (const [key, value] of dict) text += writeName(key) + spaced(writeValue(value, numberOf))
  return `${text}>>`
}

function writeArray(values: readonly PdfValue[], numberOf: NumberOf): string {
  let text = '['
  for (const [index, value] of values.entries()) {
    const written = writeValue(value, numberOf)
    text += index === 0 ? written : spaced(written)
  }
  return `${text}]`
}

/** What needs no space before it begins with `/`, `<`, `(` or `[`. */
function spaced(written: string): string {
  const code = written.charCodeAt(0)
  return code === 47 || code === 60 || code === 40 || code === 91 ? written : ` ${written}`
}

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
