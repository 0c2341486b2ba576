/**
 * Shows the values of a chart where a reader points, touches or goes with the arrow keys. It runs in the reader's browser,
 * on pages that ask for it, and reads what stands in the page: nothing is fetched. Without it nothing is missing, for the
 * data stand below the chart as a table.
 */

/** What stands beside a drawing, as JSON. */
interface Tips {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What the keys do, for those who hear the page. */
  readonly hint: string
}

/** The place of a row in the units of the drawing: its middle, and of most the edges of its box. */
type Spot = readonly number[]

/** How far from a mark a reader may point, in CSS px. */
const NEAR = 28

const SVG = 'http://www.w3.org/2000/svg'

interface Live {
  readonly chart: HTMLElement
  readonly tips: Tips
  readonly tip: HTMLElement
  readonly said: HTMLElement
  at: number
}

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', enlivenAll)
else enlivenAll()

function enlivenAll(): void {
  const tip = addBlock('chart-tip')
  tip.ariaHidden = 'true'
  tip.hidden = true
  const said = addBlock('chart-said')
  said.role = 'status'
  const charts = [...document.querySelectorAll<HTMLElement>('.chart')].flatMap((chart): Live[] => {
    const json = chart.querySelector('script[type="application/json"]')?.textContent
    return json ? [{chart, tips: JSON.parse(json) as Tips, tip, said, at: -1}] : []
  })
  charts.forEach(enliven)
  addEventListener('pointerdown', (event) => {
    for (const live of charts) if (!live.chart.contains(event.target as Node)) hide(live)
  })
}

function addBlock(name: string): HTMLElement {
  const block = document.createElement('div')
  block.className = name
  document.body.append(block)
  return block
}

function enliven(live: Live): void {
  const {chart, tips, said} = live
  chart.addEventListener('pointermove', (event) => show(live, pointedAt(live, event)))
  chart.addEventListener('pointerdown', (event) => show(live, pointedAt(live, event)))
  chart.addEventListener('pointerleave', (event) => {
    // A finger that lifts leaves what it touched.
    if (event.pointerType === 'mouse') hide(live)
  })
  chart.addEventListener('focus', () => {
    said.textContent = tips.hint
  })
  chart.addEventListener('blur', () => hide(live))
  chart.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return hide(live)
    const next = steppedTo(live, event.key)
    if (next === undefined) return
    event.preventDefault()
    show(live, next)
    said.textContent = (tips.rows[next] ?? []).map((value, index) => labelled(tips.heads[index], value)).join('; ')
  })
}

function labelled(head: string | undefined, value: string): string {
  return head ? `${head}: ${value}` : value
}

/** The row to which a key leads, if it does: to the next one, wherever the page's lines begin. */
function steppedTo({at, tips, chart}: Live, key: string): number | undefined {
  const last = tips.rows.length - 1
  const isTurned = getComputedStyle(chart).direction === 'rtl'
  const [on, back] = isTurned ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  if (key === on || key === 'ArrowDown') return Math.min(at + 1, last)
  if (key === back || key === 'ArrowUp') return at < 0 ? last : Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

interface Drawing {
  readonly svg: SVGSVGElement
  readonly spots: readonly Spot[]
  /** From the units of the drawing to CSS px. */
  readonly scale: number
  readonly box: DOMRect
}

/** The form of the drawing that is seen now. */
function seenDrawing({chart}: Live): Drawing | undefined {
  const svg = [...chart.querySelectorAll('svg')].find((each) => each.getBoundingClientRect().width > 0)
  if (svg === undefined) return undefined
  const box = svg.getBoundingClientRect()
  const spots = (svg.dataset['spots'] ?? '').split(';').map((spot) => spot.split(',').map(Number))
  return {svg, spots, box, scale: box.width / svg.viewBox.baseVal.width}
}

/** The row at which a reader points: its own shape, or the nearest box or point that is near enough. */
function pointedAt(live: Live, event: PointerEvent): number {
  const drawing = seenDrawing(live)
  const target = event.target instanceof Element ? event.target.closest<SVGElement>('[data-spot]') : null
  if (target !== null) return Number(target.dataset['spot'])
  if (drawing === undefined || drawing.svg.querySelector('[data-spot]') !== null) return -1
  return nearestTo(event, drawing)
}

function nearestTo(event: PointerEvent, {box, scale, spots}: Drawing): number {
  const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale]
  let best = {index: -1, distance: NEAR / scale, size: Infinity}
  for (const [index, spot] of spots.entries()) {
    const [left = 0, top = 0, right = 0, bottom = 0] = edgesOf(spot)
    const distance = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    const size = (right - left) * (bottom - top)
    // Of boxes over each other the smaller one is meant.
    if (distance < best.distance || (distance === best.distance && size < best.size)) best = {index, distance, size}
  }
  return best.index
}

function edgesOf([x = 0, y = 0, ...edges]: Spot): readonly number[] {
  return edges.length === 4 ? edges : [x, y, x, y]
}

function hide(live: Live): void {
  show(live, -1)
}

function show(live: Live, index: number): void {
  const {tip, tips} = live
  const row = tips.rows[index]
  const drawing = seenDrawing(live)
  const spot = drawing?.spots[index]
  if (index === live.at && row !== undefined && !tip.hidden) return
  live.chart.querySelector('.chart-spot')?.remove()
  if (row === undefined || drawing === undefined || spot === undefined) {
    if (live.at >= 0) tip.hidden = true
    live.at = -1
    return
  }
  live.at = index
  fill(tip, tips.heads, row)
  tip.hidden = false
  placeAt(tip, spot, drawing)
  drawing.svg.append(ringAround(spot))
}

function fill(tip: HTMLElement, heads: readonly string[], row: readonly string[]): void {
  tip.replaceChildren(
    ...row.map((value, index) => {
      const line = document.createElement('div')
      const head = document.createElement('span')
      head.textContent = heads[index] ?? ''
      const said = document.createElement('b')
      said.textContent = value
      if (heads[index]) line.append(head, ' ')
      line.append(said)
      return line
    }),
  )
}

/** Above the mark, or below it where there is no room; inside the window. */
function placeAt(tip: HTMLElement, spot: Spot, {box, scale}: Drawing): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = edgesOf(spot)
  const {width, height} = tip.getBoundingClientRect()
  const middle = box.left + ((left + right) / 2) * scale
  const above = box.top + top * scale - height - 8
  const widest = document.documentElement.clientWidth
  tip.style.left = `${scrollX + Math.max(4, Math.min(middle - width / 2, widest - width - 4))}px`
  tip.style.top = `${scrollY + (above > 4 ? above : box.top + bottom * scale + 8)}px`
}

function ringAround(spot: Spot): SVGElement {
  const [left = 0, top = 0, right = 0, bottom = 0] = edgesOf(spot)
  const isPoint = spot.length === 2
  const ring = document.createElementNS(SVG, isPoint ? 'circle' : 'rect')
  const at = isPoint
    ? {cx: left, cy: top, r: 5}
    : {x: left - 1.5, y: top - 1.5, width: right - left + 3, height: bottom - top + 3, rx: 1.5}
  for (const [name, value] of Object.entries(at)) ring.setAttribute(name, String(value))
  ring.setAttribute('class', 'chart-spot')
  return ring
}
