import type {ChartJob} from './chart-job.ts'
import {drawnWidth} from './fit-width.ts'
import {isMirrored, mirrorSvg} from './mirror-svg.ts'
import {escapeMarkup} from '../escape-markup.ts'

/**
 * Makes Vega's SVG fit to stand in a page beside others: ids of its own, fonts with a fallback said once, nothing that
 * only a live chart needs. The page's text settings (old-style figures, spacing, direction) do not reach its labels.
 */
export function finishSvg(svg: string, job: Pick<ChartJob, 'key' | 'width' | 'lang' | 'spec'>): string {
  const {key, width} = job
  const tags = svg.replaceAll(/<([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g, (...[, name, text, end]: string[]) =>
    name === 'svg' ? '<svg>' : `<${name ?? ''}${finishedAttributes(name ?? '', text ?? '', key)}${end ?? ''}>`,
  )
  const {family, body} = hoistedFamily(withoutEmpty(tags))
  const box = boxWidth(svg, width)
  const finished = body.replace('<svg>', rootTag(svg, {width, box, family}))
  return isMirrored(job) ? mirrorSvg(finished, box) : finished
}

/** Gives a finished drawing its text alternative. */
export function labelSvg(svg: string, alt: string): string {
  return svg.replace(unlabelled, () => `aria-label="${escapeMarkup(alt)}"`)
}

const unlabelled = 'aria-label=""'

const DROPPED = /^(?:role|aria-.*|class|pointer-events|cursor|xmlns.*|version)$/
const DEFAULTS: Readonly<Record<string, string>> = {
  'text-anchor': 'start',
  'font-weight': 'normal',
  'font-style': 'normal',
  transform: 'translate(0,0)',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
}

function finishedAttributes(name: string, text: string, key: string): string {
  let kept = ''
  const given = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, attribute = '', value = '']) => ({attribute, value}))
  for (const {attribute, value} of name === 'g' ? given : withPaintOpacity(given)) {
    if (DROPPED.test(attribute) || DEFAULTS[attribute] === value) continue
    if (name === 'g' && attribute.startsWith('font')) continue
    kept += ` ${attribute}="${finishedValue(attribute, value, key)}"`
  }
  // A halo lies below its letters.
  return name === 'text' && kept.includes(' stroke="') ? `${kept} paint-order="stroke"` : kept
}

interface Attribute {
  readonly attribute: string
  readonly value: string
}

/** A shape that lets through what is behind it does so by its paint: by itself it would be a picture of its own in a PDF. */
function withPaintOpacity(given: readonly Attribute[]): readonly Attribute[] {
  const of = (name: string): number => Number(given.find(({attribute}) => attribute === name)?.value ?? 1)
  const opacity = of('opacity')
  if (opacity === 1) return given
  const paints = ['fill', 'stroke'].map((name) => `${name}-opacity`)
  const rest = given.filter(({attribute}) => attribute !== 'opacity' && !paints.includes(attribute))
  return [...rest, ...paints.map((attribute) => ({attribute, value: short(opacity * of(attribute))}))]
}

function finishedValue(attribute: string, value: string, key: string): string {
  if (attribute === 'id') return `${key}-${value}`
  if (attribute === 'font-family') return withFallback(value)
  if (attribute === 'd' || attribute === 'transform' || attribute === 'points') return rounded(value)
  if (attribute === 'fill' || attribute === 'stroke') return asHex(value).replaceAll('url(#', `url(#${key}-`)
  return value.replaceAll('url(#', `url(#${key}-`)
}

/** Colours between those of a ramp are in Vega's other notation. */
function asHex(colour: string): string {
  const [, ...parts] = /^rgb\((\d+), ?(\d+), ?(\d+)\)$/.exec(colour) ?? []
  return parts.length === 3 ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : colour
}

/** To a hundredth of a pixel: less than a printer shows, and the same on every machine. */
function rounded(value: string): string {
  return value.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 || 0))
}

/** Family names as a style sheet wants them, ending with a generic one. */
function withFallback(value: string): string {
  const names = value
    .replaceAll('&quot;', '')
    .split(',')
    .map((name) => name.trim().replace(/^'|'$/g, ''))
  const generic = /^(?:serif|sans-serif|monospace|system-ui)$/
  const fallback = names.some((name) => generic.test(name))
    ? []
    : [names.some((name) => /serif/i.test(name)) ? 'serif' : 'sans-serif']
  return [...names, ...fallback].map((name) => (generic.test(name) ? name : `'${name}'`)).join(', ')
}

/** Backgrounds and foregrounds that paint nothing, texts without letters, and groups that hold nothing. */
function withoutEmpty(svg: string): string {
  let before = ''
  let after = svg.replace(/<path(?=[^>]* display="none")[^>]*><\/path>|<path(?=[^>]* display="none")[^>]*\/>/g, '')
  after = after.replace(/<text[^>]*(?:\/>|><\/text>)/g, '')
  after = after.replace(/<path(?![^>]* (?:fill|stroke)=")[^>]*(?:\/>|><\/path>)/g, '')
  while (before !== after) {
    before = after
    after = after.replace(/<g[^>]*\/>/g, '').replace(/<g[^>]*><\/g>/g, '')
    after = after.replace(/<g>([^<]*(?:<(?!g\b|\/g>)[^<]*)*)<\/g>/g, '$1')
  }
  return after
}

/** The family of most texts moves to the root. */
function hoistedFamily(svg: string): {family: string | undefined; body: string} {
  const counts = new Map<string, number>()
  for (const [, family = ''] of svg.matchAll(/ font-family="([^"]*)"/g))
    counts.set(family, (counts.get(family) ?? 0) + 1)
  const [family] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return {family, body: family === undefined ? svg : svg.replaceAll(` font-family="${family}"`, '')}
}

/** A drawing that is a hair narrower than the text column is given the column's width. */
function boxWidth(svg: string, width: number): number {
  const drawn = drawnWidth(svg)
  return drawn > width - 2 && drawn < width ? width : drawn
}

interface Root {
  readonly width: number
  readonly box: number
  readonly family: string | undefined
}

/** A drawing that is wider than the text column is shown smaller, all of it. */
function rootTag(svg: string, {width, box, family}: Root): string {
  const height = Number(/<svg[^>]* height="([\d.]+)"/.exec(svg)?.[1] ?? 0)
  const scale = Math.min(1, width / box)
  const attributes = [
    'xmlns="http://www.w3.org/2000/svg"',
    'role="img"',
    unlabelled,
    `width="${short(box * scale)}"`,
    `height="${short(height * scale)}"`,
    `viewBox="0 0 ${short(box)} ${short(height)}"`,
    ...(family === undefined ? [] : [`font-family="${family}"`]),
    'style="direction:ltr;font-variant:normal;font-feature-settings:normal;letter-spacing:0;word-spacing:0;text-transform:none;text-rendering:geometricPrecision"',
  ]
  return `<svg ${attributes.join(' ')}>`
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100)
}
