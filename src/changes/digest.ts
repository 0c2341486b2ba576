import {createHash} from 'node:crypto'

/** A short digest of plain values: the same for the same content. */
export function digestOf(content: unknown, length = 8): string {
  return createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('hex')
    .slice(0, length)
}
