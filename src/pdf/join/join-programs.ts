/** A TrueType program taken apart: a font of which only some glyphs are there, under the numbers of the whole font. */
export interface FontProgram {
  readonly tables: ReadonlyMap<string, Buffer>
  /** The outline of each glyph; empty where it has none, or is not there. */
  readonly glyphs: readonly Buffer[]
  /** Of each glyph: how wide it is, and the room on its left. */
  readonly metrics: readonly (readonly [width: number, left: number])[]
}

/** @throws RangeError when it is no TrueType program */
export function readProgram(file: Buffer): FontProgram {
  const tables = new Map(
    Array.from({length: file.readUInt16BE(4)}, (_, index) => {
      const entry = 12 + index * 16
      const start = file.readUInt32BE(entry + 8)
      const table = file.subarray(start, start + file.readUInt32BE(entry + 12))
      return [file.toString('latin1', entry, entry + 4), table] as const
    }),
  )
  const [head, maxp, loca, glyf, hhea, hmtx] = ['head', 'maxp', 'loca', 'glyf', 'hhea', 'hmtx'].map(
    (name) => tables.get(name) ?? Buffer.alloc(0),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
  const isLong = head.readInt16BE(50) === 1
  const place = (glyph: number): number => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const count = maxp.readUInt16BE(4)
  const measured = hhea.readUInt16BE(34)
  return {
    tables,
    glyphs: Array.from({length: count}, (_, glyph) => glyf.subarray(place(glyph), place(glyph + 1))),
    metrics: Array.from({length: count}, (_, glyph) => {
      const width = hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4)
      const left = glyph < measured ? glyph * 4 + 2 : measured * 4 + (glyph - measured) * 2
      return [width, hmtx.readInt16BE(left)] as const
    }),
  }
}

/** A program with the glyphs of all; undefined where they do not go together. `used` are the glyphs that text has. */
export function maybeJoinPrograms(
  programs: readonly (FontProgram & {readonly used: ReadonlySet<number>})[],
): Buffer | undefined {
  const [first] = programs
  const count = Math.max(...programs.map(({glyphs}) => glyphs.length))
  const numbers = Array.from({length: count}, (_, glyph) => glyph)
  const glyphs = numbers.map((glyph) => programs.flatMap((program) => outlineOf(program, glyph)))
  if (first === undefined || glyphs.some((outlines) => outlines.some((outline) => !areSame(outline, outlines[0])))) {
    return undefined
  }
  const metrics = numbers.map((glyph) => {
    return programs.find(({used}) => used.has(glyph))?.metrics[glyph] ?? ([0, 0] as const)
  })
  const tables = new Map(first.tables)
  const outlines = glyphs.map(([outline = Buffer.alloc(0)]) =>
    Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]),
  )
  tables.set('glyf', Buffer.concat(outlines))
  tables.set('loca', writePlaces(outlines))
  tables.set('hmtx', Buffer.concat(metrics.map(([width, left]) => words([width, left & 0xffff]))))
  tables.set(
    'hhea',
    changed(first.tables.get('hhea'), (hhea) => hhea.writeUInt16BE(count, 34)),
  )
  tables.set('maxp', largest(programs, count))
  tables.set(
    'head',
    changed(first.tables.get('head'), (head) => {
      head.writeUInt32BE(0, 8)
      head.writeInt16BE(1, 50)
    }),
  )
  return writeProgram(tables)
}

function outlineOf({glyphs}: FontProgram, glyph: number): Buffer[] {
  const outline = glyphs[glyph]
  return outline === undefined || outline.length === 0 ? [] : [outline]
}

/** They may end in zeros that fill them up. */
function areSame(a: Buffer, b: Buffer | undefined): boolean {
  const length = Math.min(a.length, b?.length ?? 0)
  return b !== undefined && a.subarray(0, length).equals(b.subarray(0, length)) && Math.abs(a.length - b.length) < 4
}

function writePlaces(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  let place = 0
  for (const [index, outline] of outlines.entries()) loca.writeUInt32BE((place += outline.length), (index + 1) * 4)
  return loca
}

function changed(table: Buffer = Buffer.alloc(0), change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table)
  change(copy)
  return copy
}

/** How much memory each needs at most (`maxp`), of which the first two numbers are its version. */
function largest(programs: readonly FontProgram[], count: number): Buffer {
  return changed(programs[0]?.tables.get('maxp'), (copy) => {
    for (let at = 6; at + 2 <= copy.length; at += 2) {
      copy.writeUInt16BE(Math.max(...programs.map(({tables}) => tables.get('maxp')?.readUInt16BE(at) ?? 0)), at)
    }
    copy.writeUInt16BE(count, 4)
  })
}

function words(values: readonly number[]): Buffer {
  const written = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) written.writeUInt16BE(value, index * 2)
  return written
}

/** Tables in the order of their names, each with its sum, and the sum of all in `head` (OpenType, "Font file"). */
function writeProgram(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const power = Math.floor(Math.log2(sorted.length))
  const header = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    words([sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)]),
    Buffer.alloc(sorted.length * 16),
  ])
  const bodies = sorted.map(([, table]) => Buffer.concat([table, Buffer.alloc(-table.length & 3)]))
  let place = header.length
  for (const [index, [name, table]] of sorted.entries()) {
    const [entry, body] = [12 + index * 16, bodies[index] ?? table]
    header.write(name, entry, 'latin1')
    header.writeUInt32BE(sumOf(body), entry + 4)
    header.writeUInt32BE(place, entry + 8)
    header.writeUInt32BE(table.length, entry + 12)
    place += body.length
  }
  const head = bodies[sorted.findIndex(([name]) => name === 'head')]
  head?.writeUInt32BE((0xb1b0afba - sumOf(Buffer.concat([header, ...bodies]))) >>> 0, 8)
  return Buffer.concat([header, ...bodies])
}

function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at + 4 <= table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}
