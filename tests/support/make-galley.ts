import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

export interface GalleyOptions {
  /** How many sections; each has paragraphs, a list, and in turns a table, a figure or a box. */
  readonly sections: number
  /** Paragraphs per section. */
  readonly paragraphs: number
  /** Words that one note in nine has; the others have about twenty. */
  readonly longNote: number
}

const words =
  'the district attacks rose while province figures from official records show that civilians and security forces lost more in border areas than in cities over two years of ceasefire talks which ended without agreement'.split(
    ' ',
  )

/** A print document for tests: A4 page, embedded font, notes in every other paragraph, tables over a page. */
export function makeGalley({sections, paragraphs, longNote}: GalleyOptions): string {
  const random = createRandom(7)
  const notes: string[] = []
  const say = (count: number): string =>
    capital(Array.from({length: count}, () => words[Math.floor(random() * words.length)]).join(' ')) + '.'
  const call = (): string => {
    const number = notes.length + 1
    const text = say(number % 9 === 0 ? longNote : 12 + Math.floor(random() * 20))
    const mark = `<span class="note-number">${number}</span>`
    notes.push(
      `<div class="note" id="note-${number}"><p>${mark} Note ${number} begins. ${text} End of ${number}.</p></div>`,
    )
    return `<sup class="note-call"><a id="call-${number}" href="#note-${number}">${number}</a></sup>`
  }
  const paragraph = (): string =>
    `<p>${say(30 + Math.floor(random() * 60))}${random() < 0.6 ? call() : ''} ${say(Math.floor(random() * 50) + 3)}</p>`
  const body = Array.from({length: sections}, (_, index) => {
    const texts = Array.from({length: paragraphs}, paragraph)
    return [
      `<h2 id="s${index}" data-break="keep-next">Section ${index + 1}</h2>`,
      ...texts,
      `<p data-break="keep-next">Three points:</p><ul><li>${say(30)}${call()}</li><li>One <em>two</em><ul><li>${say(22)}</li></ul></li></ul>`,
      index % 3 === 0 ? table(index, say, call) : index % 3 === 1 ? figure(index, call) : box(index, say),
      paragraph(),
    ].join('\n')
  })
  const contents = Array.from({length: sections}, (_, index) => {
    return `<li><a href="#s${index}">Section ${index + 1} <span class="page-number" data-page-of="s${index}"></span></a></li>`
  })
  return shell(`<h1>A brief</h1><ul class="contents">${contents.join('')}</ul>${body.join('\n')}`, notes.join('\n'))
}

export const testGeometry = {
  width: 794,
  height: 1123,
  column: {left: 120, width: 500},
  top: 84,
  bottom: 84,
  noteArea: {gap: 18},
} as const

function table(index: number, say: (count: number) => string, call: () => string): string {
  const rows = Array.from({length: 24 + index}, (_, row) => {
    const hint = row === 0 ? ' data-break="keep-next"' : ''
    return `<tr${hint}><th scope="row">Row ${row}</th><td>${say(row % 5 === 0 ? 20 : 4)}${row === 12 ? call() : ''}</td><td class="num">${row * 7}</td></tr>`
  })
  const head =
    '<thead><tr><th scope="col">District</th><th scope="col">What happened</th><th scope="col">Attacks</th></tr></thead>'
  const caption = `<caption><span class="label">Table ${index}</span> <span class="headline">${say(8)}${call()}</span></caption>`
  return `<div class="table-figure" id="t${index}"><table>${caption}${head}<tbody>${rows.join('')}</tbody></table><p class="source-line">Source: here.</p></div>`
}

function figure(index: number, call: () => string): string {
  const drawing = `<svg role="img" aria-label="A chart" width="500" height="${220 + index * 3}" viewBox="0 0 500 220"><rect x="10" y="10" width="480" height="200" fill="#cde"/></svg>`
  return `<figure id="f${index}"><figcaption>Figure ${index}${call()}</figcaption><div class="chart">${drawing}</div></figure>`
}

function box(index: number, say: (count: number) => string): string {
  return `<aside id="b${index}" class="box" data-break="whole"><p>Box</p><p>${say(60)}</p></aside>`
}

function shell(galley: string, notes: string): string {
  const font = (weight: number): string => {
    const file = `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff2`
    const bytes = readFileSync(fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url)))
    const source = `url(data:font/woff2;base64,${bytes.toString('base64')})`
    return `@font-face {font-family: 'Source Serif 4'; font-weight: ${weight}; src: ${source}}`
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A brief</title><style>
${font(400)} ${font(600)}
@page {size: 794px 1123px; margin: 0}
* {margin: 0; padding: 0; box-sizing: border-box}
body {position: relative; width: 794px; font: 400 15px/21px 'Source Serif 4'; text-rendering: geometricPrecision}
.galley {margin-inline-start: 120px; width: 500px}
.galley a {color: inherit; text-decoration: none}
p {padding-bottom: 10px} h1 {font-size: 30px; line-height: 40px; padding-bottom: 30px}
h2 {font-size: 20px; line-height: 26px; padding: 20px 0 8px} ul {padding: 0 0 10px 22px} .contents {padding: 0}
table {width: 100%; border-collapse: collapse; font-size: 13px; line-height: 17px} caption {text-align: start}
td, th {padding: 3px 6px 4px 0; border-bottom: 0.5px solid #999; text-align: start; vertical-align: top} .num {text-align: end}
figure {padding: 10px 0 20px} .box {padding: 12px; background: #eef2f5}
sup {font-size: 0.65em; line-height: 0}
.notes {position: absolute; inset-inline-start: 120px; width: 500px; font-size: 11px; line-height: 14.5px}
.note {position: relative; padding-inline-start: 20px} .note p {padding-bottom: 2px}
.note-number {position: absolute; inset-inline-start: 0; font-size: 9px}
.note-rule {width: 72px; height: 0.75px; background: #333}
.furniture {position: absolute; width: 794px; height: 1123px; font-size: 10px} .furniture p {position: absolute; left: 120px; top: 40px}
</style></head><body><main id="galley" class="galley">${galley}</main><section id="notes" class="notes">${notes}</section></body></html>`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The same numbers every time. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}
