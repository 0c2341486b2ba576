import {listed, nearest} from './nearest.ts'

/** The names that an unknown one may have meant, for after "expected"; other words where there are none. */
export function oneOf(name: string, known: Iterable<string>, otherwise: string): string {
  const candidates = nearest(name, known)
  if (candidates.length === 0) return otherwise
  return candidates.length === 1 ? listed(candidates) : `one of ${listed(candidates)}`
}

/** All names, where they are few enough to read; else other words. */
export function anyOf(known: Iterable<string>, otherwise: string): string {
  const names = [...known]
  if (names.length === 0 || names.length > 12) return otherwise
  return names.length === 1 ? listed(names) : `one of ${listed(names)}`
}
