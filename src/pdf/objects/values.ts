/**
 * The values of a PDF (ISO 32000-1, 7.3) as values of JavaScript: `null`, booleans and numbers are themselves, a name
 * is a string without its slash, an array an array, a dictionary a `Map`.
 */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDict

export type PdfName = string

/** One character a byte: what the bytes mean depends on where the string stands. See text-strings.ts. */
export interface PdfString {
  readonly bytes: string
}

/** Points to an object of the file by its number. */
export interface PdfRef {
  readonly ref: number
}

export type PdfArray = PdfValue[]
export type PdfDict = Map<string, PdfValue>

export interface PdfStream {
  readonly dict: PdfDict
  /** As it stands in the file, in most cases compressed: see streams.ts. */
  readonly data: Uint8Array
}

export type PdfObject = PdfValue | PdfStream

/** A PDF taken apart. The passes over it change its objects in place. */
export interface PdfFile {
  readonly objects: Map<number, PdfObject>
  readonly root: number
  readonly info: number
  /** The next free number. */
  next: number
  readonly isEncrypted?: boolean
}

export function isDict(value: PdfObject | undefined): value is PdfDict {
  return value instanceof Map
}

export function isStream(value: PdfObject | undefined): value is PdfStream {
  return typeof value === 'object' && value !== null && 'data' in value
}

export function isRef(value: PdfObject | undefined): value is PdfRef {
  return typeof value === 'object' && value !== null && 'ref' in value
}

export function isString(value: PdfObject | undefined): value is PdfString {
  return typeof value === 'object' && value !== null && 'bytes' in value
}

export function isArray(value: PdfObject | undefined): value is PdfArray {
  return Array.isArray(value)
}

export function isNumber(value: PdfObject | undefined): value is number {
  return typeof value === 'number'
}

/** A dictionary of the given entries, without those that are undefined. */
export function dictOf(entries: Readonly<Record<string, PdfValue | undefined>>): PdfDict {
  const dict: PdfDict = new Map()
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value)
  return dict
}
