import {loadChartFonts} from '../../charts/load-chart-fonts.ts'
import {loadTextMetrics, type MeasureText} from '../../charts/text-metrics.ts'
import {plainText} from '../../document/element.ts'
import type {Effects} from '../../effects/effects.ts'
import {shortHash} from '../../hash.ts'
import type {Drawing, OutputFile} from '../../model/document.ts'
import type {EditionInput} from '../edition-input.ts'
import {plainTitle} from '../shell-data.ts'
import {seriesNumber} from '../citation.ts'
import {maybeToken} from './style-sheet.ts'

/** The picture that stands beside a link to the page where people share it. */
export interface SharePicture {
  readonly file: OutputFile
  readonly alt: string
  readonly width: number
  readonly height: number
}

/** Twice as wide as high, nearly: the shape that previews crop nothing of. */
const width = 1200
const height = 630
const margin = 72

/**
 * Draws the picture of a brief from its title and first chart. It is kept between builds: it changes when they do.
 *
 * @throws Error when a file of a font package is missing
 */
export async function drawSharePicture(input: EditionInput, effects: Pick<Effects, 'files' | 'pictures' | 'cache'>) {
  const drawn = describe(input)
  const key = {kind: 'share-picture', parts: [JSON.stringify(drawn)]}
  const kept = await effects.cache.maybeGet(key)
  const png = kept ?? (await paint(drawn, input, effects))
  // A preview has pictures drawn later.
  if (png === undefined) return undefined
  if (kept === undefined) effects.cache.keep(key, png)
  return {
    file: {path: `assets/share.${shortHash(png)}.png`, content: png},
    alt: drawn.alt === undefined ? drawn.title : `${drawn.title}. ${drawn.alt}`,
    width,
    height,
  } satisfies SharePicture
}

/** All that the picture depends on. */
interface Drawn {
  readonly title: string
  readonly above: string
  readonly below: string
  readonly chart: string | undefined
  readonly alt: string | undefined
  readonly accent: string
  readonly serif: string
  readonly sans: string
  readonly packages: readonly string[]
}

function describe({document, drawings, template}: EditionInput): Drawn {
  const {fonts} = template.manifest
  const first: Drawing | undefined = drawings.get(document.charts[0]?.key ?? '')
  const [title = 'serif', text = title] = fonts.map(({family}) => family)
  const {frontMatter, texts} = document
  return {
    title: plainTitle(document),
    above: seriesNumber(frontMatter) || plainText(texts['subtitle'] ?? []),
    below: frontMatter.institution ?? frontMatter.authors.map(({name}) => name).join(', '),
    chart: first?.svg,
    alt: first?.alt,
    accent: maybeToken('--accent', template) ?? '#1b1b1f',
    serif: title,
    sans: text,
    packages: fonts.map((font) => `${font.package} ${font.subsets.join()}`),
  }
}

async function paint(drawn: Drawn, input: EditionInput, {files, pictures}: Pick<Effects, 'files' | 'pictures'>) {
  const fonts = await loadChartFonts(input.template.manifest.fonts, drawn, files)
  const svg = composeShareSvg(drawn, loadTextMetrics(fonts))
  const [png] = await pictures.rasterise([{svg, fonts, scale: 1, background: '#ffffff'}])
  return png
}

/** The drawing of the picture: words on one side, the chart on the other, as large as it can be. */
export function composeShareSvg(drawn: Omit<Drawn, 'alt' | 'packages'>, measure: MeasureText): string {
  const {accent, serif, sans, chart} = drawn
  const room = chart === undefined ? width - 2 * margin : 508
  const lines = fitTitle(drawn.title, {room, family: serif, measure})
  const words = (y: number, text: string, style: string): string =>
    // A chart may be written from right to left; these words begin at the margin all the same.
    `<text x="${margin}" y="${y}" direction="ltr" ${style}>${escaped(text)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="14" fill="${accent}"/>`,
    words(116, drawn.above, `font-family="'${sans}'" font-weight="600" font-size="24" fill="${accent}"`),
    ...lines.texts.map((text, index) =>
      words(
        196 + index * lines.size * 1.14,
        text,
        `font-family="'${serif}'" font-weight="600" font-size="${lines.size}" fill="#1b1b1f"`,
      ),
    ),
    words(height - 64, drawn.below, `font-family="'${sans}'" font-weight="600" font-size="24" fill="#40464f"`),
    ...(chart === undefined ? [] : [placedChart(chart)]),
    '</svg>',
  ].join('')
}

interface Fit {
  readonly room: number
  readonly family: string
  readonly measure: MeasureText
}

/** The largest size at which the title has at most five lines, none of them too wide. */
function fitTitle(
  title: string,
  {room, family, measure}: Fit,
): {readonly size: number; readonly texts: readonly string[]} {
  for (let size = 68; size > 30; size -= 4) {
    const wide = (text: string): number => measure({font: family, fontWeight: 600, fontSize: size}, text)
    const texts = wrap(title, (text) => wide(text) <= room)
    if (texts.length * size * 1.14 <= 340 && texts.every((text) => wide(text) <= room)) return {size, texts}
  }
  return {size: 32, texts: wrap(title, (text) => text.length <= room / 15).slice(0, 9)}
}

function wrap(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

function placedChart(svg: string): string {
  const [, , box = '0 0 500 300'] = /^<svg[^>]*?( viewBox="([^"]+)")/.exec(svg) ?? []
  const [, , wide = 500, high = 300] = box.split(' ').map(Number)
  const scale = Math.min(510 / wide, 400 / high)
  const place = `x="${width - margin - wide * scale}" y="${Math.round(150 + (400 - high * scale) / 2)}"`
  const size = `width="${wide * scale}" height="${high * scale}"`
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => {
    const kept = attributes.replaceAll(/\s(?:width|height|style)="[^"]*"/g, '')
    return `<svg ${place} ${size}${kept}>`
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
