/**
 * Thrown when a file is there but must not or cannot be read: `outside` when a link leads out of the project,
 * `too-large` above the limit, `unreadable` when the system refuses.
 */
export class ReadError extends Error {
  readonly kind: 'outside' | 'too-large' | 'unreadable'
  readonly path: string

  constructor(path: string, kind: ReadError['kind'], options?: ErrorOptions) {
    super(`Cannot read ${path} (${kind})`, options)
    this.name = 'ReadError'
    this.kind = kind
    this.path = path
  }
}
