import {isArray, isDict, isString, type PdfFile, type PdfString, type PdfValue} from '../objects/values.ts'

/**
 * Numbers the ids of table heads anew, in the same order. The browser counts them on from whatever it did before, so
 * the same brief would not give the same bytes.
 */
export function renumberIds({objects}: PdfFile): void {
  const found = new Map<string, PdfString>()
  const collect = (value: PdfString): PdfString => {
    found.set(value.bytes, value)
    return value
  }
  for (const object of objects.values()) if (isDict(object)) replaceIds(object, collect)
  const ids = [...found.keys()].sort()
  const renamed = new Map(ids.map((id, index) => [id, {bytes: `node${String(index + 1).padStart(8, '0')}`}]))
  for (const object of objects.values()) {
    if (isDict(object)) replaceIds(object, (value) => renamed.get(value.bytes) ?? value)
  }
}

/** Of one length, so that their order as text is that of their numbers, as the tree of ids needs it. */
const idPattern = /^node\d{8}$/

function replaceIds(value: PdfValue, rename: (id: PdfString) => PdfString): PdfValue {
  if (isString(value)) return idPattern.test(value.bytes) ? rename(value) : value
  if (isDict(value)) for (const [key, entry] of value) value.set(key, replaceIds(entry, rename))
  if (isArray(value)) for (const [index, entry] of value.entries()) value[index] = replaceIds(entry, rename)
  return value
}
