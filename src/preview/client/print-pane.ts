import {byId, make} from './dom.ts'

/** As much of pdf.js as is used here. */
interface Pdf {
  readonly numPages: number
  readonly getPage: (number: number) => Promise<PdfPage>
  /** What loaded it, and ends it. */
  readonly loadingTask: {destroy: () => Promise<void>}
}

interface PdfPage {
  readonly getViewport: (options: {scale: number}) => {width: number; height: number}
  readonly render: (options: object) => {promise: Promise<void>}
}

interface PdfLibrary {
  readonly GlobalWorkerOptions: {workerSrc: string}
  readonly getDocument: (source: object) => {promise: Promise<Pdf>}
}

/** As pages/measured.ts has it. */
type ValueSpot = readonly [number: number, page: number, left: number, top: number, width: number, height: number]

interface Shown {
  readonly pdf: Pdf
  readonly spots: readonly ValueSpot[]
  readonly width: number
  readonly height: number
}

/**
 * Shows the PDF, page by page as they come into view; a new one takes the place of the old at the same page.
 *
 * @param onValue told the number of a value that was clicked
 */
export function createPrintPane(onValue: (printed: string) => void): {show: (edition: number) => void} {
  const pane = byId('print')
  let wanted = 0
  let shown: Shown | undefined
  const drawn = new IntersectionObserver(
    (entries) => {
      for (const {isIntersecting, target} of entries)
        if (isIntersecting && shown) void draw(shown, target as HTMLElement)
    },
    {root: pane, rootMargin: '600px'},
  )

  const show = async (edition: number): Promise<void> => {
    wanted = edition
    const [pdf, spots] = await Promise.all([load(edition), loadSpots(edition)])
    if (edition !== wanted) return void pdf.loadingTask.destroy()
    const {width, height} = (await pdf.getPage(1)).getViewport({scale: 1})
    const old = shown
    shown = {pdf, spots, width, height}
    place(pane, shown, drawn)
    await old?.pdf.loadingTask.destroy()
  }
  new ResizeObserver(() => {
    for (const page of pane.children) delete (page as HTMLElement).dataset['drawn']
    if (shown) place(pane, shown, drawn)
  }).observe(pane)
  pane.addEventListener('click', ({target}) => {
    const printed = (target as HTMLElement | null)?.dataset['value']
    if (printed !== undefined) onValue(printed)
  })
  return {show: (edition) => void show(edition)}
}

async function load(edition: number): Promise<Pdf> {
  const address = '/pdfjs/pdf.min.mjs'
  const library = (await import(address)) as PdfLibrary
  library.GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.min.mjs'
  return await library.getDocument({url: `/pdf/${edition}`, isEvalSupported: false, enableXfa: false}).promise
}

async function loadSpots(edition: number): Promise<readonly ValueSpot[]> {
  const answer = await fetch(`/spots/${edition}`)
  return answer.ok ? ((await answer.json()) as readonly ValueSpot[]) : []
}

/** Keeps as many sheets as there are pages; what is on them stays until the new page is drawn over it. */
function place(pane: HTMLElement, {pdf, width, height}: Shown, drawn: IntersectionObserver): void {
  const scale = Math.min(1.4, (pane.clientWidth - 32) / width)
  while (pane.children.length > pdf.numPages) pane.lastElementChild?.remove()
  while (pane.children.length < pdf.numPages)
    pane.append(make('div', {class: 'sheet', 'data-page': String(pane.children.length + 1)}))
  for (const sheet of pane.children as HTMLCollectionOf<HTMLElement>) {
    sheet.style.width = `${width * scale}px`
    sheet.style.height = `${height * scale}px`
    sheet.dataset['scale'] = String(scale)
    delete sheet.dataset['drawn']
    // Observed anew, it says again whether it is in view.
    drawn.unobserve(sheet)
    drawn.observe(sheet)
  }
}

async function draw({pdf, spots}: Shown, sheet: HTMLElement): Promise<void> {
  if (sheet.dataset['drawn'] !== undefined) return
  sheet.dataset['drawn'] = 'soon'
  const page = await pdf.getPage(Number(sheet.dataset['page']))
  const viewport = page.getViewport({scale: Number(sheet.dataset['scale']) * window.devicePixelRatio})
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({canvas, viewport}).promise
  const own = spots.filter(([, number]) => String(number) === sheet.dataset['page'])
  sheet.replaceChildren(canvas, ...own.map(spotOn))
}

/** What can be clicked over a number of the page. */
function spotOn([printed, , ...box]: ValueSpot): HTMLElement {
  const [left, top, width, height] = box.map((part) => `${(part * 100).toFixed(2)}%`)
  const spot = make('span', {class: 'spot', 'data-value': String(printed)})
  Object.assign(spot.style, {left, top, width, height})
  return spot
}
