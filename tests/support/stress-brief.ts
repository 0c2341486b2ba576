/**
 * A brief with every hard case of pages and notes, written by a program so that each can be told apart in the PDF:
 * where note `x` is called stands `Call_x.`, its text begins with `Begin_x.` and ends with `End_x.`, and each word
 * stands nowhere else.
 */
export interface StressBrief {
  /** The files of a project, by path. */
  readonly files: Readonly<Record<string, string>>
  /** The labels of all notes but those of the long row of short ones. */
  readonly labels: readonly string[]
  readonly shortNotes: number
}

/** Notes with numbers of four digits come after these. */
const shortNotes = 1000

export function makeStressBrief(): StressBrief {
  const writer = createWriter()
  const {note, filler} = writer
  const body = [
    '::page-break',
    `## Calls close together\n\nOne line has ${note('near_a')} and ${note('near_b')} and ${note('near_c')}. ${filler(40)}`,
    `The first of them once more[^near_a], and again[^near_a]. ${filler(60)}`,
    `## A call in a heading ${note('heading')}\n\n${filler(30)}`,
    `### And right below it ${note('subheading')}\n\n${filler(80)}`,
    tableWithHead(writer),
    digits(writer),
    `:::box[A box ${note('box_title')}]\n${filler(20)} ${note('box')}\n\n- Item ${note('box_item')}\n:::`,
    `- One ${note('item')}\n  - Two ${note('subitem')}\n    - Three ${note('subsubitem')}\n\n      ${filler(30)}`,
    `> ${filler(30)} ${note('quote')}\n>\n> > ${filler(20)} ${note('inner_quote')}`,
    `## Notes with more than lines\n\n${filler(50)} ${note('rich', richNote(filler))} ${filler(50)}`,
    `${filler(60)} ${note('split', filler(700))} ${filler(60)}`,
    `## A note longer than a page\n\n${filler(30)} ${note('huge', paragraphs(filler, 14))} ${filler(300)}`,
    `## Ibidem\n\n${Array.from({length: 6}, (_, index) => `${filler(8)} ${note(`ibid_${index}`, 'Ibid.')}`).join(' ')}`,
    `::page-break\n\nFifty-notes. ${shortCalls('fifty', 50)}`,
    everyLine(writer),
    `## Forty boxes\n\n${bigBox(filler)}`,
    figures(writer),
    breaks(filler),
    `## Four digits\n\n${Array.from({length: shortNotes / 25}, (_, index) => shortCalls('short', 25, index * 25)).join('\n\n')}`,
    `And the last: ${note('last')}.`,
    '## Pages named {#named}\n\n[](#named) {{page "named"}}. See [](#tab-long) {{page "tab-long"}}, [](#fig-tall) {{page "fig-tall"}}.',
  ]
  const short = [shortDefinitions('fifty', 50), shortDefinitions('short', shortNotes)].join('\n')
  const narrative = `${frontMatter}\n${body.join('\n\n')}\n\n${writer.definitions()}\n\n${short}`
  return {
    files: {
      'content/stress/brief.md': narrative,
      'content/stress/tall.svg': picture(400, 1900),
      'content/stress/small.svg': picture(480, 300),
    },
    labels: writer.labels(),
    shortNotes: shortNotes + 50,
  }
}

const frontMatter = `---
title: Stress
options: {contents: subsections, lists: both, folio: page-of-pages, sides: two}
---
`

interface Writer {
  /** A call, and the definition that goes with it. */
  readonly note: (label: string, text?: string) => string
  /** So many words, other ones each time. */
  readonly filler: (count: number) => string
  readonly labels: () => readonly string[]
  readonly definitions: () => string
}

function createWriter(): Writer {
  const notes = new Map<string, string>()
  let word = 0
  return {
    note(label, text = 'A source.') {
      notes.set(label, `[^${label}]: Begin_${label}. ${text} End_${label}.`)
      return `Call_${label}.[^${label}]`
    },
    filler: (count) => Array.from({length: count}, () => words[(word += 7) % words.length]).join(' '),
    labels: () => [...notes.keys()],
    definitions: () => [...notes.values()].join('\n\n'),
  }
}

const words =
  'district attacks rose while province figures from official records show that civilians lost more in border areas than cities'.split(
    ' ',
  )

/** Paragraphs, a list and a table inside a note. */
function richNote(filler: Writer['filler']): string {
  return [
    filler(20),
    `Second-paragraph. ${filler(30)}`,
    '- List-in-note\n    - Another-item',
    '| Head-in-note | N |\n    | --- | --: |\n    | Cell-in-note | 12 |',
    'Last-paragraph.',
  ].join('\n\n    ')
}

function paragraphs(filler: Writer['filler'], count: number): string {
  return Array.from({length: count}, () => filler(180)).join('\n\n    ')
}

/** A table over several pages with calls in its caption, its head, its rows and its total. */
function tableWithHead({note}: Writer): string {
  const rows = Array.from({length: 90}, (_, index) => {
    const call = index % 20 === 3 ? ` ${note(`row_${index}`)}, ${note(`row_${index}_b`)}` : ''
    return `| Row-${index}${call} | ${index * 11} |`
  })
  return [
    `:::table[A long table ${note('caption')}]{#tab-long total="last"}`,
    `| Head-cell ${note('head')} | Number |\n| --- | --: |`,
    ...rows,
    `| Total-row ${note('total')} | 44055 |`,
    ':::',
  ].join('\n')
}

/** A call beside a figure: 9 with note 34 must not be read as 934. */
function digits({note}: Writer): string {
  const call = note('digit').replace('Call_digit.', '9')
  return `:::table[Digits]{#tab-digits}\n| Call_digit. | N |\n| --- | --: |\n| a | ${call} |\n:::`
}

/** A call in each line of several pages: some of them are the last of their page. */
function everyLine({note, filler}: Writer): string {
  const paragraph = (index: number): string =>
    Array.from({length: 12}, (_, line) => `${filler(9)} ${note(`line_${index}_${line}`)}`).join(' ')
  return `## A call in every line\n\n${Array.from({length: 12}, (_, index) => paragraph(index)).join('\n\n')}`
}

function bigBox(filler: Writer['filler']): string {
  const text = Array.from({length: 40}, (_, index) => `Box-paragraph-${index}. ${filler(30)}`).join('\n\n')
  return `:::box[A box higher than a page]\n${text}\n:::`
}

function figures({note, filler}: Writer): string {
  const squeezed = wideTable(7)
  const turned = wideTable(14)
  return [
    '## Figures',
    filler(250),
    `::image[Higher than a page]{#fig-tall src="tall.svg" alt="A tall one"}`,
    `::page-break\n\n${filler(330)}`,
    `::image[Floats]{#fig-float src="small.svg" alt="A small one"}`,
    `After-float. ${filler(200)}`,
    `:::table[Too wide]{#tab-wide}\n${squeezed}\n:::`,
    `:::table[Turned ${note('turned')}]{#tab-turned fit="turn"}\n${turned}\n:::`,
    `::image[A page of its own]{#fig-page src="small.svg" alt="Large" fit="page"}`,
    filler(60),
  ].join('\n\n')
}

function wideTable(columns: number): string {
  const heads = Array.from({length: columns}, (_, index) => `Unbreakable${index}`)
  const values = heads.map((_, index) => `value${index}`)
  return `| ${heads.join(' | ')} |\n|${' --- |'.repeat(columns)}\n| ${values.join(' | ')} |`
}

function breaks(filler: Writer['filler']): string {
  return [
    `## Breaks\n\nBefore-break. ${filler(20)}`,
    '::page-break',
    `After-break. ${filler(400)}`,
    `:::keep\nKeep-begin. ${filler(150)}\n\n- ${filler(60)}\n\n${filler(60)} Keep-end.\n:::`,
    filler(100),
  ].join('\n\n')
}

function shortCalls(label: string, count: number, first = 0): string {
  return Array.from({length: count}, (_, index) => `w[^${label}-${first + index}]`).join(' ')
}

function shortDefinitions(label: string, count: number): string {
  return Array.from({length: count}, (_, index) => `[^${label}-${index}]: Ibid.\n`).join('\n')
}

function picture(width: number, height: number): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="${width}" height="${height}" fill="#9fb4c7"/></svg>`
}
