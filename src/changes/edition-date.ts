import type {FrontMatter} from '../model/brief.ts'

/** The date of the present edition: that of its update where it is not the first. */
export function editionDate({date, updated}: Pick<FrontMatter, 'date' | 'updated'>): string | undefined {
  return updated ?? date
}
