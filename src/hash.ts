import {createHash} from 'node:crypto'

/** The first characters of some bytes' SHA-256, for names of files that never change: a new content has a new name. */
export function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}
