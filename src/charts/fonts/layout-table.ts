/** One of the ways in which a lookup of GSUB or GPOS acts. */
export interface Subtable {
  readonly type: number
  /** From its first byte on. */
  readonly view: DataView
}

/**
 * The lookups of some features of a GSUB or GPOS table, whatever the script and language, each with its subtables; in
 * the order in which they apply.
 *
 * @param extension the type of a lookup that only points to another: 7 in GSUB, 9 in GPOS
 */
export function lookupsOf(
  view: DataView,
  features: ReadonlySet<string>,
  extension: number,
): readonly (readonly Subtable[])[] {
  const list = from(view, view.getUint16(6))
  const wanted = new Set<number>()
  for (let at = 2; at < 2 + 6 * list.getUint16(0); at += 6) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((index) => list.getUint8(at + index)))
    if (!features.has(tag)) continue
    const feature = from(list, list.getUint16(at + 4))
    for (const lookup of words(feature, 4, feature.getUint16(2))) wanted.add(lookup)
  }
  const lookups = from(view, view.getUint16(8))
  return [...wanted]
    .toSorted((a, b) => a - b)
    .map((index) => subtablesOf(from(lookups, lookups.getUint16(2 + 2 * index)), extension))
}

function subtablesOf(lookup: DataView, extension: number): readonly Subtable[] {
  const type = lookup.getUint16(0)
  return words(lookup, 6, lookup.getUint16(4)).map((offset) => {
    const view = from(lookup, offset)
    return type === extension ? {type: view.getUint16(2), view: from(view, view.getUint32(4))} : {type, view}
  })
}

/** A part of a table, up to its end. */
export function from(view: DataView, offset: number): DataView {
  return new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset)
}

/** Numbers of two bytes in a row. */
export function words(view: DataView, start: number, count: number): readonly number[] {
  return Array.from({length: count}, (_, index) => view.getUint16(start + 2 * index))
}

/** The glyphs of a coverage table, each with its index. */
export function coverageOf(view: DataView): ReadonlyMap<number, number> {
  const count = view.getUint16(2)
  if (view.getUint16(0) === 1) return new Map(words(view, 4, count).map((glyph, index) => [glyph, index]))
  const covered = new Map<number, number>()
  for (let at = 4; at < 4 + 6 * count; at += 6) {
    const [first = 0, last = 0, index = 0] = words(view, at, 3)
    for (let glyph = first; glyph <= last; glyph++) covered.set(glyph, index + glyph - first)
  }
  return covered
}

/** The glyphs of a class table with their classes; all others have class 0. */
export function classesOf(view: DataView): ReadonlyMap<number, number> {
  const classes = new Map<number, number>()
  if (view.getUint16(0) === 1) {
    const first = view.getUint16(2)
    words(view, 6, view.getUint16(4)).forEach((each, index) => classes.set(first + index, each))
    return classes
  }
  for (let at = 4; at < 4 + 6 * view.getUint16(2); at += 6) {
    const [first = 0, last = 0, each = 0] = words(view, at, 3)
    for (let glyph = first; glyph <= last; glyph++) classes.set(glyph, each)
  }
  return classes
}
