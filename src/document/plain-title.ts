import type {Field} from '../model/data.ts'

/** The title of a column where no note can be called, with its unit: in a drawing, in a table of a drawing's data. */
export function plainTitle({title, unit}: Pick<Field, 'title' | 'unit'>): string {
  const plain = title.replaceAll(/\[\^[^\]]*\]/g, '').trim()
  return unit === undefined || unit === '' ? plain : `${plain} (${unit})`
}
