import type {Fitted, MeasureRequest} from '../pages/measured.ts'
import {extentOf, hasHint} from './boxes.ts'
import {sourceOf} from './pieces.ts'

/**
 * Makes what is too large for a page smaller, and turns what asks for it. Done once, before anything is measured.
 *
 * @param column what holds the text, as wide as it is
 * @returns what the author should know of
 */
export function fitToPage(column: HTMLElement, request: MeasureRequest): Fitted[] {
  const fitted: Fitted[] = []
  if (request.isPart === true) return fitted
  for (const figure of column.querySelectorAll<HTMLElement>('[data-break~="turn"]')) turn(figure, request)
  for (const figure of column.querySelectorAll<HTMLElement>('[data-break~="page"]')) fillPage(figure, request)
  for (const table of column.querySelectorAll('table')) {
    const how = table.closest('[data-paginator]') === null ? squeeze(table) : undefined
    if (how !== undefined) fitted.push({...how, place: sourceOf(table.closest('[id][data-line]') ?? table)})
  }
  for (const figure of column.querySelectorAll<HTMLElement>('figure')) {
    const percent = shrink(figure, request.height)
    if (percent !== undefined) fitted.push({how: 'smaller', percent, place: sourceOf(figure)})
  }
  return fitted
}

/** Text is read down to this part of its size, and no further. */
const smallestZoom = 0.6

/** A table that is wider than the column has its type made smaller. */
function squeeze(table: HTMLTableElement): Pick<Fitted, 'how' | 'percent'> | undefined {
  const room = table.parentElement?.getBoundingClientRect().width ?? 0
  const {width} = table.getBoundingClientRect()
  if (width <= room + 1) return undefined
  const zoom = Math.floor((room / width) * 100) / 100
  table.style.zoom = String(Math.max(smallestZoom, zoom))
  const isAsked = table.closest('[data-break~="scale"]') !== null
  if (table.getBoundingClientRect().width > room + 1) return {how: 'wide', percent: smallestZoom * 100}
  return isAsked ? undefined : {how: 'smaller', percent: Math.round(zoom * 100)}
}

/** A figure that is higher than a page has its picture made smaller; it is as if the author had asked for that. */
function shrink(figure: HTMLElement, height: number): number | undefined {
  const {top, bottom} = extentOf(figure)
  const picture = pictureOf(figure)
  const size = picture?.getBoundingClientRect().height ?? 0
  const wanted = Math.floor(size - (bottom - top - height) - 1)
  if (picture === null || bottom - top <= height || wanted < 100) return undefined
  setHeight(picture, wanted)
  return hasHint(figure, 'scale') ? undefined : Math.round((wanted / size) * 100)
}

/** A figure with a page of its own grows until its page is full. */
function fillPage(figure: HTMLElement, request: MeasureRequest): void {
  const height = request.height - heightOfNotes(figure, request)
  const picture = pictureOf(figure)
  if (picture !== null) {
    const {top, bottom} = extentOf(figure)
    const {width: own, height: size} = picture.getBoundingClientRect()
    const wanted = Math.max(100, Math.floor(size + height - (bottom - top)))
    const widest = picture.parentElement?.getBoundingClientRect().width ?? own
    setHeight(picture, Math.min(wanted, Math.floor((widest / own) * size)))
  }
  Object.assign(figure.style, {minHeight: `${height}px`, boxSizing: 'border-box'})
}

/**
 * A figure or table that is read from the side: as wide as the page is high. It fills a page, but for the notes that
 * it calls, and is made smaller until it fits.
 */
function turn(figure: HTMLElement, request: MeasureRequest): void {
  const height = request.height - heightOfNotes(figure, request)
  const sheet = document.createElement('div')
  sheet.append(...figure.childNodes)
  figure.append(sheet)
  const {width} = figure.getBoundingClientRect()
  Object.assign(figure.style, {position: 'relative', height: `${height}px`, padding: '0'})
  Object.assign(sheet.style, {
    position: 'absolute',
    left: '0',
    top: `${height}px`,
    width: `${height}px`,
    transformOrigin: '0 0',
    transform: 'rotate(-90deg)',
  })
  const picture = pictureOf(figure)
  if (picture !== null) {
    // What is turned by a quarter has its width for its height.
    const rest = sheet.offsetHeight - picture.getBoundingClientRect().width
    const [own, size] = [picture.getBoundingClientRect().height, picture.getBoundingClientRect().width]
    setHeight(picture, Math.floor(Math.min(width - rest, (height / own) * size)))
  }
  for (let zoom = 1; zoom > smallestZoom && (sheet.offsetHeight > width || sheet.scrollWidth > sheet.offsetWidth);) {
    zoom -= 0.02
    Object.assign(sheet.style, {zoom: String(zoom), top: `${height / zoom}px`, width: `${height / zoom}px`})
    if (sheet.offsetHeight * zoom <= width && sheet.scrollWidth <= sheet.offsetWidth) break
  }
}

function heightOfNotes(figure: HTMLElement, {gap}: MeasureRequest): number {
  const calls = [...figure.querySelectorAll('.note-call a[href^="#"]')]
  const ids = new Set(calls.map((call) => decodeURIComponent(call.getAttribute('href') ?? '').slice(1)))
  const notes = [...ids].map((id) => document.getElementById(id)).filter((note) => note !== null)
  return notes.length === 0 ? 0 : notes.reduce((sum, note) => sum + note.getBoundingClientRect().height, gap)
}

function pictureOf(figure: HTMLElement): HTMLElement | SVGElement | null {
  return figure.querySelector<HTMLElement | SVGElement>('svg, img')
}

function setHeight(picture: HTMLElement | SVGElement, height: number): void {
  Object.assign(picture.style, {height: `${height}px`, width: 'auto', maxWidth: '100%'})
}
