import {readToUnicode} from '../content/read-fonts.ts'
import {listOf, maybeDict, resolve} from '../objects/lookup.ts'
import {makeStream, readBytes, readStream} from '../objects/streams.ts'
import {isDict, isRef, isStream, type PdfDict, type PdfFile, type PdfRef} from '../objects/values.ts'
import {readWidths, writeWidths, type FontWidths} from './font-widths.ts'
import {maybeJoinPrograms, readProgram, type FontProgram} from './join-programs.ts'
import {visitRefs} from './shift-objects.ts'
import {writeToUnicode} from './write-to-unicode.ts'

/** A font as it is embedded: the glyphs that one part of the document has. */
interface Embedded {
  readonly number: number
  /** The name of the whole font, and what else is the same in all its parts. */
  readonly key: string
  readonly descendant: PdfDict
  readonly programRef: PdfRef
  readonly textsRef: PdfRef
  readonly program: FontProgram
  readonly texts: ReadonlyMap<number, string>
  /** Of the glyphs that text has, in thousandths of the size. */
  readonly widths: ReadonlyMap<number, number>
  /** Of glyphs of which it is not known whether text has them, or only other glyphs, as parts of theirs. */
  readonly guesses: ReadonlyMap<number, number>
}

/**
 * Makes one font of those that are parts of the same one: each part of the document brings the glyphs that it has, under
 * the numbers that they have in the whole font.
 */
export function joinFonts(file: PdfFile): void {
  const instead = new Map<number, number>()
  for (const fonts of groupByFont(file)) {
    const [first] = fonts
    if (first === undefined || !areOfOneMind(fonts)) continue
    const program = maybeJoinPrograms(fonts.map((font) => ({...font.program, used: glyphsOf(font)})))
    if (program === undefined) continue
    file.objects.set(first.programRef.ref, makeStream(program, new Map([['Length1', program.length]])))
    file.objects.set(first.textsRef.ref, makeStream(writeToUnicode(merge(fonts.map(({texts}) => texts)))))
    const widths = [...fonts.map((font) => font.widths), ...fonts.map(({guesses}) => guesses)]
    first.descendant.set('W', writeWidths(merge(widths)))
    for (const {number} of fonts) instead.set(number, first.number)
  }
  if (instead.size === 0) return
  for (const object of file.objects.values()) visitRefs(object, (ref) => (ref.ref = instead.get(ref.ref) ?? ref.ref))
}

/** Of each font the parts, where there are several. */
function groupByFont(file: PdfFile): Embedded[][] {
  const groups = new Map<string, Embedded[]>()
  for (const [number, object] of file.objects) {
    if (!isDict(object) || object.get('Subtype') !== 'Type0') continue
    const font = maybeEmbedded(file, number, object)
    if (font) groups.set(font.key, [...(groups.get(font.key) ?? []), font])
  }
  return [...groups.values()].filter(({length}) => length > 1)
}

function glyphsOf({widths, guesses}: Embedded): ReadonlySet<number> {
  return new Set([...widths.keys(), ...guesses.keys()])
}

function maybeEmbedded(file: PdfFile, number: number, dict: PdfDict): Embedded | undefined {
  const descendant = maybeDict(file, listOf(file, dict.get('DescendantFonts'))[0])
  const descriptor = maybeDict(file, descendant?.get('FontDescriptor'))
  const [programRef, textsRef] = [descriptor?.get('FontFile2'), dict.get('ToUnicode')]
  const [stream, map] = [resolve(file, programRef), resolve(file, textsRef)]
  if (descendant === undefined || descriptor === undefined || !isRef(programRef) || !isRef(textsRef)) return undefined
  if (!isStream(stream) || !isStream(map)) return undefined
  const program = readProgram(Buffer.from(readBytes(stream)))
  const texts = readToUnicode(readStream(map))
  const kept = ['Flags', 'Ascent', 'Descent', 'StemV', 'CapHeight', 'ItalicAngle', 'FontBBox']
  const name = dict.get('BaseFont')
  const whole = typeof name === 'string' ? name.replace(/^[A-Z]{6}\+/, '') : name
  const key = JSON.stringify([whole, ...kept.map((entry) => descriptor.get(entry) ?? null)])
  const read = {number, key, descendant, programRef, textsRef, program, texts}
  return {...read, ...knownWidths(readWidths(descendant), {texts, program})}
}

/** The browser fills rows of widths up with zeros, for glyphs that this part of the font does not have. */
function knownWidths(
  {written, others}: FontWidths,
  {texts, program}: Pick<Embedded, 'texts' | 'program'>,
): Pick<Embedded, 'widths' | 'guesses'> {
  const widthOf = (glyph: number): number => written.get(glyph) ?? others
  const widths = new Map([
    ...[...written].filter(([, width]) => width !== 0),
    ...[...texts.keys()].map((glyph) => [glyph, widthOf(glyph)] as const),
  ])
  const drawn = [...program.glyphs.keys()].filter((glyph) => program.glyphs[glyph]?.length !== 0 && !widths.has(glyph))
  return {widths, guesses: new Map(drawn.map((glyph) => [glyph, widthOf(glyph)]))}
}

/** Whether what two parts say of one glyph is the same. */
function areOfOneMind(fonts: readonly Embedded[]): boolean {
  const [texts, widths] = [merge(fonts.map((font) => font.texts)), merge(fonts.map((font) => font.widths))]
  return fonts.every(
    (font) =>
      [...font.texts].every(([glyph, text]) => texts.get(glyph) === text) &&
      [...font.widths].every(([glyph, width]) => widths.get(glyph) === width),
  )
}

/** Of the maps in order, the first value for each key; keys in their order. */
function merge<Value>(maps: readonly ReadonlyMap<number, Value>[]): Map<number, Value> {
  const merged = new Map(maps.toReversed().flatMap((map) => [...map]))
  return new Map([...merged].sort(([a], [b]) => a - b))
}
