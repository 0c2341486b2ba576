import {shortHash} from '../hash.ts'
import type {OutputFile} from '../model/document.ts'
import type {FontFamily} from '../sources/template.ts'

/** One font file that the text needs. */
export interface FontFile {
  readonly family: string
  readonly weight: number
  readonly style: string
  /** The file's name, unique among the faces: `source-serif-4-latin-400-normal`. */
  readonly name: string
  /** CSS unicode-range. */
  readonly range: string
  readonly bytes: Uint8Array
  /** Whether it stands at the top of the page. */
  readonly isEarly: boolean
}

export interface CollectedFonts {
  readonly faces: readonly FontFile[]
  /** Characters that no family has a subset for: a browser would take them from a font that it happens to find. */
  readonly uncovered: readonly string[]
}

type ReadPackage = (specifier: string) => Promise<Uint8Array | undefined>

/**
 * Chooses, for each family, the subsets that the text's characters need, and reads their files. A character that two
 * subsets hold takes the one that is needed anyway.
 *
 * @throws Error when a file of a font package is missing: the editions would be set in another font
 */
export async function collectFonts(
  text: string,
  families: readonly FontFamily[],
  readPackage: ReadPackage,
): Promise<CollectedFonts> {
  const points = codePointsOf(text).filter(isPrinted)
  const collected = await Promise.all(families.map((family) => collectFamily(family, points, readPackage)))
  const uncovered = points.filter(
    (point) => collected.length > 0 && isPainted(point) && collected.every((one) => one.uncovered.has(point)),
  )
  return {
    faces: collected.flatMap((family) => family.faces),
    uncovered: uncovered.sort((a, b) => a - b).map((point) => String.fromCodePoint(point)),
  }
}

/** Each once, as they come. A page with its drawings is long: this is looked at unit by unit. */
function codePointsOf(text: string): number[] {
  const seen = new Uint8Array(0x11_00_00)
  const points: number[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (seen[unit] === 1) continue
    const point = text.codePointAt(index) ?? unit
    if (point > 0xff_ff) index += 1
    if (seen[point] !== 1) points.push(point)
    seen[point] = 1
  }
  return points
}

/** The faces' @font-face rules with the fonts inside: a document that needs no other file. */
export function fontsAsData(faces: readonly FontFile[]): string {
  return faces
    .map((face) => fontRule(face, `data:font/woff2;base64,${Buffer.from(face.bytes).toString('base64')}`))
    .join('\n')
}

export interface FontFiles {
  readonly css: string
  readonly files: readonly OutputFile[]
  /** The paths of those that stand at the top of the page. */
  readonly early: readonly string[]
}

/** The faces' @font-face rules with addresses relative to `folder`, and the files that these lead to. */
export function fontsAsFiles(faces: readonly FontFile[], folder = ''): FontFiles {
  const placed = faces.map((face) => ({face, path: `${FOLDER}${face.name}.${shortHash(face.bytes)}.woff2`}))
  return {
    css: placed.map(({face, path}) => fontRule(face, path.slice(folder.length))).join('\n'),
    files: placed.map(({face, path}) => ({path, content: face.bytes})),
    early: placed.filter(({face}) => face.isEarly).map(({path}) => path),
  }
}

const FOLDER = 'assets/fonts/'

async function collectFamily(
  family: FontFamily,
  points: readonly number[],
  readPackage: ReadPackage,
): Promise<{readonly faces: readonly FontFile[]; readonly uncovered: ReadonlySet<number>}> {
  const listing = await readFontFile(`${family.package}/unicode.json`, readPackage)
  const ranges = JSON.parse(new TextDecoder().decode(listing)) as Readonly<Record<string, string>>
  const {chosen, uncovered} = chooseSubsets(family, points, ranges)
  const wanted = chosen.flatMap((subset) => family.faces.map((face) => ({...face, subset})))
  const faces = await Promise.all(
    wanted.map(async ({weight, style, subset, early = false}) => {
      const name = `${family.package.slice(family.package.lastIndexOf('/') + 1)}-${subset}-${weight}-${style}`
      const bytes = await readFontFile(`${family.package}/files/${name}.woff2`, readPackage)
      return {family: family.family, weight, style, name, range: ranges[subset] ?? '', bytes, isEarly: early}
    }),
  )
  return {faces, uncovered: new Set(uncovered)}
}

function chooseSubsets(
  family: FontFamily,
  points: readonly number[],
  ranges: Readonly<Record<string, string>>,
): {readonly chosen: readonly string[]; readonly uncovered: readonly number[]} {
  const subsets = family.subsets.map((name) => ({name, covers: parseRange(requiredRange(family, name, ranges))}))
  const chosen = new Set<(typeof subsets)[number]>()
  const uncovered: number[] = []
  for (const point of points) {
    if ([...chosen].some((subset) => subset.covers(point))) continue
    const covering = subsets.find((subset) => subset.covers(point))
    if (covering) chosen.add(covering)
    else uncovered.push(point)
  }
  return {chosen: subsets.filter((subset) => chosen.has(subset)).map((subset) => subset.name), uncovered}
}

function requiredRange(family: FontFamily, subset: string, ranges: Readonly<Record<string, string>>): string {
  const range = ranges[subset]
  if (range !== undefined) return range
  throw new Error(`Font package ${family.package} has no subset ${subset}, only ${Object.keys(ranges).join(', ')}`)
}

/** `U+0000-00FF,U+0131` as a test of code points. */
function parseRange(range: string): (point: number) => boolean {
  const pairs = range.split(',').map((part) => {
    const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
    return {first: Number.parseInt(first, 16), last: Number.parseInt(last, 16)}
  })
  return (point) => pairs.some(({first, last}) => point >= first && point <= last)
}

async function readFontFile(specifier: string, readPackage: ReadPackage): Promise<Uint8Array> {
  const bytes = await readPackage(specifier)
  if (bytes) return bytes
  throw new Error(`Font file ${specifier} is missing: install its package, and use a static one (no variable fonts)`)
}

function fontRule(face: FontFile, url: string): string {
  return [
    '@font-face {',
    `font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style}; font-display: swap;`,
    `src: url("${url}") format("woff2"); unicode-range: ${face.range.replaceAll(',', ', ')};`,
    '}',
  ].join(' ')
}

/** Spaces and characters that only say how others are set leave no mark; what is not assigned has no font anywhere. */
function isPainted(point: number): boolean {
  return !/[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(String.fromCodePoint(point))
}

/** Control characters are never painted. */
function isPrinted(point: number): boolean {
  return point > 0x1f && !(point >= 0x7f && point <= 0x9f)
}
