import type {Sources} from '../../model/sources.ts'

/** From this size on the database reads a file by itself: rows in JavaScript would take more time and memory. */
export const LARGE = 16 * 1024 * 1024

const MEGABYTE = 1_000_000

/** The large files of a brief in words, as `attacks.csv, 63 MB`; undefined where there are none. */
export function largeIn({data, disk = new Map<string, string>()}: Pick<Sources, 'data' | 'disk'>): string | undefined {
  const files = [...disk.keys()].map((path) => {
    const {value} = data.get(path) ?? {}
    return `${path}, ${Math.round((value?.length ?? 0) / MEGABYTE)} MB`
  })
  return files.length === 0 ? undefined : files.join('; ')
}
