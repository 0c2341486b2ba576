/** The name and the look by which style sheets call a face. */
export interface FaceName {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
}

const HEADER = 12
const RECORD = 16

/**
 * Gives an unpacked font the name, the weight and the slope that the template declares for it, as `@font-face` does in a
 * browser: fonts call themselves otherwise, a semibold often a family of its own.
 */
export function nameFace(font: Uint8Array, face: FaceName): Uint8Array {
  const names = nameTable(face.family)
  const at = (font.length + 3) & ~3
  const named = new Uint8Array(at + names.length)
  named.set(font)
  named.set(names, at)
  const view = new DataView(named.buffer)
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = HEADER + RECORD * index
    const from = view.getUint32(record + 8)
    const tag = new TextDecoder().decode(named.subarray(record, record + 4))
    if (tag === 'name') {
      view.setUint32(record + 8, at)
      view.setUint32(record + 12, names.length)
    } else if (tag === 'OS/2') {
      view.setUint16(from + 4, face.weight)
      view.setUint16(from + 62, face.style === 'italic' ? 1 : 64)
    }
  }
  return named
}

/** A table with the family's name, also as the name in PostScript, which a font must have; in English for Windows. */
function nameTable(family: string): Uint8Array {
  const kinds = [1, 6]
  const from = 6 + 12 * kinds.length
  const table = new Uint8Array(from + 2 * family.length)
  const view = new DataView(table.buffer)
  const records = kinds.flatMap((kind) => [3, 1, 0x409, kind, 2 * family.length, 0])
  for (const [index, number] of [0, kinds.length, from, ...records].entries()) view.setUint16(2 * index, number)
  for (let index = 0; index < family.length; index++) view.setUint16(from + 2 * index, family.charCodeAt(index))
  return table
}
