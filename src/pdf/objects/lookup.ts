import {
  isArray,
  isDict,
  isRef,
  type PdfDict,
  type PdfFile,
  type PdfObject,
  type PdfRef,
  type PdfValue,
} from './values.ts'

/** What a value stands for: a reference for its object, everything else for itself. */
export function resolve({objects}: PdfFile, value: PdfValue | undefined): PdfObject | undefined {
  return isRef(value) ? objects.get(value.ref) : value
}

export function maybeDict(pdf: PdfFile, value: PdfValue | undefined): PdfDict | undefined {
  const found = resolve(pdf, value)
  return isDict(found) ? found : undefined
}

/** The members of an array; a value that stands alone counts as an array of one, as it does for many entries. */
export function listOf(pdf: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolve(pdf, value)
  if (isArray(found)) return found
  return value === undefined || value === null ? [] : [value]
}

/** @throws Error where there is no such object: the file is not what it says */
export function dictAt(pdf: PdfFile, number: number): PdfDict {
  const found = pdf.objects.get(number)
  if (isDict(found)) return found
  throw new Error(`Object ${number} of the PDF is not a dictionary`)
}

export function catalogOf(pdf: PdfFile): PdfDict {
  return dictAt(pdf, pdf.root)
}

/** Adds an object under the next free number. */
export function addObject(pdf: PdfFile, object: PdfObject): PdfRef {
  const ref = pdf.next++
  pdf.objects.set(ref, object)
  return {ref}
}

/** The pages in order, each with its number as an object. */
export function pagesOf(pdf: PdfFile): readonly {readonly ref: number; readonly dict: PdfDict}[] {
  const pages: {ref: number; dict: PdfDict}[] = []
  const visit = (value: PdfValue | undefined): void => {
    const node = maybeDict(pdf, value)
    if (node === undefined) return
    if (node.get('Type') === 'Page' && isRef(value)) pages.push({ref: value.ref, dict: node})
    else for (const kid of listOf(pdf, node.get('Kids'))) visit(kid)
  }
  visit(catalogOf(pdf).get('Pages'))
  return pages
}
