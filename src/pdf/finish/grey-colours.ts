import type {Piece} from '../content/pieces.ts'
import type {PdfDocument} from '../document.ts'
import {listOf, resolve} from '../objects/lookup.ts'
import {makePlainStream, readBytes, readStream} from '../objects/streams.ts'
import {
  dictOf,
  isDict,
  isNumber,
  isStream,
  type PdfDict,
  type PdfFile,
  type PdfStream,
  type PdfValue,
} from '../objects/values.ts'
import {writeNumber} from '../objects/write-value.ts'

interface Input {
  readonly variants?: readonly string[] | undefined
}

/**
 * Takes the colours out for printers of one ink: of text and drawings, of gradients, of pictures. Each becomes the grey
 * that is as light as it. After it nothing in the file has a colour; what cannot be changed is a fault.
 *
 * @throws Error when a picture is kept in a form that this does not know
 */
export function greyColours({file, pages}: Pick<PdfDocument, 'file' | 'pages'>, {variants = []}: Input): void {
  if (!variants.includes('grey')) return
  for (const page of pages) page.pieces = page.pieces.map(greyPiece)
  for (const [number, object] of file.objects) {
    const shading = isDict(object) ? shadingOf(file, object) : undefined
    if (shading !== undefined) greyShading(file, shading)
    const changed = isStream(object) ? greyStream(file, object) : undefined
    if (changed !== undefined) file.objects.set(number, changed)
  }
}

function greyPiece(piece: Piece): Piece {
  if (piece.kind === 'text') return {...piece, head: greyOperators(piece.head)}
  return piece.kind === 'begin' || piece.kind === 'end' ? piece : {...piece, written: greyOperators(piece.written)}
}

/** Colours are set by `rg` and `RG` alone: the browser knows no others. */
function greyOperators(content: string): string {
  return content.replaceAll(/([\d.+-]+)\s+([\d.+-]+)\s+([\d.+-]+)\s+(rg|RG)\b/g, (_, ...found: string[]) => {
    const [red = '', green = '', blue = '', operator] = found
    return `${writeNumber(greyOf(Number(red), Number(green), Number(blue)))} ${operator === 'rg' ? 'g' : 'G'}`
  })
}

/** Each colour's share in how light it looks (sRGB, IEC 61966-2-1). */
const shares = [0.2126, 0.7152, 0.0722] as const

/** From 0 to 1, as its parts; it is as light as they are together. */
export function greyOf(red: number, green: number, blue: number): number {
  const light = shares[0] * toLight(red) + shares[1] * toLight(green) + shares[2] * toLight(blue)
  return Math.round(fromLight(light) * 10_000) / 10_000
}

function toLight(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function fromLight(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055
}

/** A shading, by itself or in a pattern. */
function shadingOf(file: PdfFile, dict: PdfDict): PdfDict | undefined {
  if (dict.has('ShadingType')) return dict
  const shading = resolve(file, dict.get('Shading'))
  return isDict(shading) && shading.has('ShadingType') ? shading : undefined
}

function greyShading(file: PdfFile, shading: PdfDict): void {
  if (shading.get('ColorSpace') !== 'DeviceRGB') return
  shading.set('ColorSpace', 'DeviceGray')
  const value = shading.get('Function')
  const found = resolve(file, value)
  if (isStream(found)) greyProgram(file, shading, found)
  else if (isDict(found)) greyFunction(file, found)
}

/** Functions between two colours, and rows of such. */
function greyFunction(file: PdfFile, rule: PdfDict): void {
  for (const kid of listOf(file, rule.get('Functions'))) {
    const inner = resolve(file, kid)
    if (isDict(inner)) greyFunction(file, inner)
  }
  for (const end of ['C0', 'C1']) {
    const [red, green, blue] = listOf(file, rule.get(end))
    if (isNumber(red) && isNumber(green) && isNumber(blue)) rule.set(end, [greyOf(red, green, blue)])
  }
  if (rule.has('Range')) rule.set('Range', [0, 1])
}

/** A function that is a program leaves three parts of a colour: what follows makes one of them. */
function greyProgram(file: PdfFile, shading: PdfDict, program: PdfStream): void {
  const weighed = `${shares[2]} mul exch ${shares[1]} mul add exch ${shares[0]} mul add`
  const text = readStream(program).replace(/\}\s*$/, ` ${weighed}}`)
  const entries = new Map([...program.dict, ...dictOf({Range: [0, 1]})])
  for (const key of ['Filter', 'Length']) entries.delete(key)
  const number = file.next++
  file.objects.set(number, makePlainStream(Buffer.from(text, 'latin1'), entries))
  shading.set('Function', {ref: number})
}

function greyStream(file: PdfFile, stream: PdfStream): PdfStream | undefined {
  const kind = stream.dict.get('Subtype')
  if (kind === 'Image') return greyPicture(file, stream)
  const isPattern = stream.dict.get('PatternType') === 1
  if (kind !== 'Form' && !isPattern) return undefined
  const content = readStream(stream)
  const changed = greyOperators(content)
  return changed === content ? undefined : makePlainStream(Buffer.from(changed, 'latin1'), withoutLength(stream.dict))
}

/** Three bytes a point become one. */
function greyPicture(file: PdfFile, stream: PdfStream): PdfStream | undefined {
  const {dict} = stream
  const parts = partsOf(file, dict.get('ColorSpace'))
  if (parts === 1) return undefined
  const isKnown = parts === 3 && dict.get('BitsPerComponent') === 8 && !dict.has('DecodeParms')
  if (!isKnown || dict.get('Filter') !== 'FlateDecode') throw new Error('A picture of the PDF cannot be made grey')
  const colours = readBytes(stream)
  const greys = new Uint8Array(colours.length / 3)
  for (let at = 0; at < greys.length; at++) {
    const [red = 0, green = 0, blue = 0] = colours.subarray(at * 3, at * 3 + 3)
    greys[at] = Math.round(greyOf(red / 255, green / 255, blue / 255) * 255)
  }
  return makePlainStream(greys, new Map([...withoutLength(dict), ['ColorSpace', 'DeviceGray']]))
}

/** How many numbers make a colour of a space; a mask has none, and says nothing of colour. */
function partsOf(file: PdfFile, space: PdfValue | undefined): number | undefined {
  if (space === undefined || space === 'DeviceGray') return 1
  if (space === 'DeviceRGB') return 3
  const [kind, profile] = listOf(file, space)
  const stream = resolve(file, profile)
  const parts = kind === 'ICCBased' && isStream(stream) ? stream.dict.get('N') : undefined
  return isNumber(parts) ? parts : undefined
}

function withoutLength(dict: PdfDict): PdfDict {
  return new Map([...dict].filter(([key]) => key !== 'Filter' && key !== 'Length'))
}
