/**
 * Numbers the ids of table heads anew, in the same order. The browser counts them on from whatever it did before, so
 * the same brief would not give the same bytes.
 */
export function renumberIds(objects: Map<number, Uint8Array>): void {
  const texts = new Map<number, string>()
  for (const [number, body] of objects) {
    const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')
    if (!isStream(text) && text.includes('(node')) texts.set(number, text)
  }
  const found = [...texts.values()].flatMap((text) => [...text.matchAll(idPattern)].map(([id]) => id))
  const ids = [...new Set(found)].sort()
  const renamed = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]))
  for (const [number, text] of texts) {
    objects.set(
      number,
      Buffer.from(
        text.replaceAll(idPattern, (id) => renamed.get(id) ?? id),
        'latin1',
      ),
    )
  }
}

/** Of one length, so that their order as text is that of their numbers, as the tree of ids needs it. */
const idPattern = /\(node\d{8}\)/g

function isStream(object: string): boolean {
  return object.endsWith('endstream')
}
