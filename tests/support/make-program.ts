export interface MadeGlyph {
  readonly glyph: number
  readonly outline: string
  readonly width: number
}

/** A TrueType program with some glyphs under the numbers that they have in a larger font; short places, as fonts have. */
export function makeProgram(glyphs: readonly MadeGlyph[]): Buffer {
  const count = Math.max(...glyphs.map(({glyph}) => glyph)) + 1
  const all = Array.from({length: count}, (_, index) => glyphs.find(({glyph}) => glyph === index))
  const outlines = all.map((glyph) => Buffer.from(glyph?.outline ?? '', 'latin1'))
  const ends = outlines.map((_, index) => Buffer.concat(outlines.slice(0, index + 1)).length)
  const head = Buffer.alloc(54)
  const hhea = Buffer.alloc(36)
  hhea.writeUInt16BE(count, 34)
  const maxp = Buffer.alloc(32)
  maxp.writeUInt16BE(count, 4)
  return writeTables({
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: words(all.flatMap((glyph) => [glyph?.width ?? 0, glyph?.glyph ?? 0])),
    loca: words([0, ...ends.map((end) => end / 2)]),
    maxp,
  })
}

function words(values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) written.writeUInt16BE(value, index * 2)
  return written
}

function writeTables(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables)
  let place = 12 + entries.length * 16
  const parts = entries.map(([name, table]) => {
    const entry = Buffer.alloc(16)
    entry.write(name, 0, 'latin1')
    entry.writeUInt32BE(place, 8)
    entry.writeUInt32BE(table.length, 12)
    place += table.length
    return {entry, table}
  })
  const start = Buffer.concat([Buffer.from([0, 1, 0, 0]), words([entries.length, 0, 0, 0])])
  return Buffer.concat([start, ...parts.map(({entry}) => entry), ...parts.map(({table}) => table)])
}
