/** Results in memory. */
export interface NearCache {
  readonly maybeGet: (name: string) => Uint8Array | undefined
  readonly keep: (name: string, content: Uint8Array) => void
}

/** Keeps up to `limit` bytes; what was not asked for or kept for longest goes first. */
export function createNear(limit: number): NearCache {
  const kept = new Map<string, Uint8Array>()
  let size = 0
  const drop = (name: string): void => {
    size -= kept.get(name)?.length ?? 0
    kept.delete(name)
  }
  return {
    maybeGet: (name) => kept.get(name),
    keep(name, content) {
      drop(name)
      if (content.length > limit) return
      kept.set(name, content)
      size += content.length
      for (const oldest of kept.keys()) {
        if (size <= limit) return
        drop(oldest)
      }
    },
  }
}
