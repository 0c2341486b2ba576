import {isArray, isDict, isRef, isStream, type PdfFile, type PdfObject} from '../objects/values.ts'

/** A file whose numbers can be changed; nobody else holds it yet. */
type Mutable = {-readonly [Key in keyof PdfFile]: PdfFile[Key]}

/**
 * Adds `by` to the numbers of all objects, and to all references to them, so that files can be put together.
 *
 * @returns the next free number
 */
export function shiftObjects(file: Mutable, by: number): number {
  for (const object of file.objects.values()) visitRefs(object, (ref) => (ref.ref += by))
  file.objects = new Map([...file.objects].map(([number, object]) => [number + by, object]))
  file.root += by
  file.info += by
  file.next += by
  return file.next
}

/** Visits each reference in an object. */
export function visitRefs(object: PdfObject, visit: (ref: {ref: number}) => void): void {
  if (isRef(object)) visit(object)
  else if (isDict(object)) for (const value of object.values()) visitRefs(value, visit)
  else if (isArray(object)) for (const value of object) visitRefs(value, visit)
  else if (isStream(object)) visitRefs(object.dict, visit)
}

/** The objects of a file without its tags. */
export function dropElements({objects}: PdfFile): PdfFile['objects'] {
  return new Map([...objects].filter(([, object]) => !(isDict(object) && object.get('Type') === 'StructElem')))
}
