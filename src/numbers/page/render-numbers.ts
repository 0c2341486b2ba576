import type {ValueDefinition} from '../../model/values.ts'
import type {Printed} from '../../printed.ts'
import type {Passage} from '../../prose/passage.ts'
import type {AuditedNumber, State} from '../audit.ts'
import {stateCounts} from '../state-counts.ts'
import {style} from './style.ts'

export interface NumbersPage {
  readonly title: string
  readonly lang: string
  readonly passages: readonly Passage[]
  readonly numbers: readonly AuditedNumber[]
  readonly definitions: ReadonlyMap<string, ValueDefinition>
}

const names: Readonly<Record<State, string>> = {
  bound: 'bound: the data printed it',
  declared: 'declared by the author',
  structural: 'names or dates something',
  loose: 'typed, without a source',
}

/** The text of a brief as one page, each number in the colour of its state; a bound one opens on what it comes from. */
export function renderNumbers({title, lang, passages, numbers, definitions}: NumbersPage): string {
  const counts = stateCounts(numbers)
  const states: readonly State[] = ['bound', 'declared', 'structural', 'loose']
  const legend = states.map((state) => `<li><mark class="${state}">${counts[state]}</mark> ${names[state]}</li>`)
  const byPassage = new Map<Passage, AuditedNumber[]>()
  for (const number of numbers) byPassage.set(number.passage, [...(byPassage.get(number.passage) ?? []), number])
  // Cells of data tables are the data themselves.
  const read = passages.filter((passage) => passage.kind !== 'cell' || byPassage.has(passage))
  const text = read.map((passage) => passageHtml(passage, byPassage.get(passage) ?? [], definitions))
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Numbers of ${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Numbers of “${escaped(title)}”</h1>
<ul class="legend">${legend.join('')}</ul>
${text.join('\n')}
</main>
</body>
</html>
`
}

function passageHtml(
  {kind, text}: Passage,
  numbers: readonly AuditedNumber[],
  definitions: NumbersPage['definitions'],
): string {
  const parts: string[] = []
  let at = 0
  for (const number of numbers) {
    const {start, end} = number.mention
    parts.push(escaped(text.slice(at, start)), numberHtml(number, definitions))
    at = end
  }
  const content = `${parts.join('')}${escaped(text.slice(at))}`
  const isHead = kind === 'title' || kind === 'heading'
  const label = isHead || kind === 'paragraph' ? '' : `<span class="kind">${kind}</span> `
  const role = isHead ? ' role="heading" aria-level="2"' : ''
  return `<div class="passage"${role}>${label}${content}</div>`
}

function numberHtml(number: AuditedNumber, definitions: NumbersPage['definitions']): string {
  const {mention, state} = number
  const about = aboutNumber(number, definitions)
  const marked = `<mark class="${state}">${escaped(mention.text)}</mark>`
  if (about.length === 0) return marked
  const rows = about.map(([name, value]) => `<b>${escaped(name)}</b> ${escaped(value)}`)
  return `<details><summary>${marked}</summary><span class="about">${rows.join('<br>')}</span></details>`
}

type About = readonly (readonly [name: string, text: string])[]

/** What is known of a number: what printed it and how that is computed, or what the data have to say to it. */
function aboutNumber({printed, comparison}: AuditedNumber, definitions: NumbersPage['definitions']): About {
  if (comparison !== undefined) {
    const {expression, text} = comparison.fact
    return [[comparison.verdict, `${expression} is ${text}`]]
  }
  return printed === undefined ? [] : aboutPrinted(printed, definitions)
}

function aboutPrinted({origin, raw}: Printed, definitions: NumbersPage['definitions']): About {
  if (origin.kind === 'literal') return [['declared', origin.source ?? 'without a source']]
  if (origin.kind === 'cell') return [['cell', `${origin.table}, row ${origin.row + 1}, ${origin.column}`]]
  if (origin.kind !== 'value') return []
  const definition = definitions.get(origin.name)
  const figure = ['figure', JSON.stringify(raw)] as const
  return [['value', origin.name], ...(definition === undefined ? [] : aboutDefinition(definition)), figure]
}

function aboutDefinition({form, argument, where}: ValueDefinition): About {
  const conditions = Object.keys(where).length === 0 ? [] : [['rows where', JSON.stringify(where)] as const]
  return [[form, typeof argument === 'string' ? argument : JSON.stringify(argument)], ...conditions]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
