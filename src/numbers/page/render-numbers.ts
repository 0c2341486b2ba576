import {escapeMarkup} from '../../escape-markup.ts'
import type {ValueDefinition, Values} from '../../model/values.ts'
import type {Origin, Printed} from '../../printed.ts'
import type {Passage} from '../../prose/passage.ts'
import type {AuditedNumber, State} from '../audit.ts'
import {names} from '../../values/list-values.ts'
import {maybeRowsOf, rowsShown, type RowsShown} from '../../values/rows-of.ts'
import {stateCounts} from '../state-counts.ts'
import {style} from './style.ts'

export interface NumbersPage {
  readonly title: string
  readonly lang: string
  readonly passages: readonly Passage[]
  readonly numbers: readonly AuditedNumber[]
  readonly definitions: ReadonlyMap<string, ValueDefinition>
  readonly values: Values
}

const stateNames: Readonly<Record<State, string>> = {
  bound: 'bound: the data printed it',
  declared: 'declared by the author',
  structural: 'names or dates something',
  loose: 'typed, without a source',
}

/** The text of a brief as one page, each number in the colour of its state; a bound one opens on what it comes from. */
export function renderNumbers(page: NumbersPage): string {
  const {title, lang, passages, numbers} = page
  const counts = stateCounts(numbers)
  const states: readonly State[] = ['bound', 'declared', 'structural', 'loose']
  const legend = states.map((state) => `<li><mark class="${state}">${counts[state]}</mark> ${stateNames[state]}</li>`)
  const byPassage = new Map<Passage, AuditedNumber[]>()
  for (const number of numbers) byPassage.set(number.passage, [...(byPassage.get(number.passage) ?? []), number])
  // Cells of data tables are the data themselves.
  const read = passages.filter((passage) => passage.kind !== 'cell' || byPassage.has(passage))
  const text = read.map((passage) => passageHtml(passage, byPassage.get(passage) ?? [], page))
  return `<!doctype html>
<html lang="${escapeMarkup(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Numbers of ${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Numbers of “${escapeMarkup(title)}”</h1>
<ul class="legend">${legend.join('')}</ul>
${text.join('\n')}
</main>
</body>
</html>
`
}

function passageHtml({kind, text}: Passage, numbers: readonly AuditedNumber[], page: NumbersPage): string {
  const parts: string[] = []
  let at = 0
  for (const number of numbers) {
    const {start, end} = number.mention
    parts.push(escapeMarkup(text.slice(at, start)), numberHtml(number, page))
    at = end
  }
  const content = `${parts.join('')}${escapeMarkup(text.slice(at))}`
  const isHead = kind === 'title' || kind === 'heading'
  const label = isHead || kind === 'paragraph' ? '' : `<span class="kind">${kind}</span> `
  const role = isHead ? ' role="heading" aria-level="2"' : ''
  return `<div class="passage"${role}>${label}${content}</div>`
}

function numberHtml(number: AuditedNumber, page: NumbersPage): string {
  const {mention, state} = number
  const about = aboutNumber(number, page)
  const marked = `<mark class="${state}">${escapeMarkup(mention.text)}</mark>`
  if (about.length === 0) return marked
  const rows = about.map(([name, value]) => `<b>${escapeMarkup(name)}</b> ${escapeMarkup(value)}`)
  const id = `number-${page.numbers.indexOf(number)}`
  const opened = `<span id="${id}" popover role="note" class="about">${rows.join('<br>')}${rowsHtml(number, page)}</span>`
  return `<button type="button" popovertarget="${id}">${marked}</button>${opened}`
}

type About = readonly (readonly [name: string, text: string])[]

/** What is known of a number: what printed it and how that is computed, or what the data have to say to it. */
function aboutNumber({printed, comparison}: AuditedNumber, page: NumbersPage): About {
  if (comparison !== undefined) {
    const {expression, text} = comparison.fact
    return [[comparison.verdict, `${expression} is ${text}`]]
  }
  return printed === undefined ? [] : aboutPrinted(printed, page)
}

function aboutPrinted({origin, raw, source, asOf}: Printed, {definitions, values}: NumbersPage): About {
  if (origin.kind === 'literal') return [['declared', origin.source ?? 'without a source']]
  if (origin.kind === 'cell') return [['cell', `${origin.table}, row ${origin.row + 1}, ${origin.column}`]]
  if (origin.kind !== 'value') return []
  const definition = definitions.get(origin.name)
  const from = [source, asOf].filter((part) => part !== undefined).join(', ')
  return [
    ['value', origin.name],
    ...(definition === undefined ? [] : aboutDefinition(definition, values)),
    ['figure', JSON.stringify(raw)],
    ...(from === '' ? [] : [['source', from] as const]),
  ]
}

/** The first rows that a figure was computed from: the table as it is, so that a reader can compute it again. */
function rowsHtml({printed}: AuditedNumber, {definitions, values: {tables}}: NumbersPage): string {
  const found = printed && maybeRowsBehind(printed.origin, {definitions, tables})
  if (found === undefined || found.rows.length === 0) return ''
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escapeMarkup(text)}</${tag}>`).join('')}</tr>`
  const more = found.more === 0 ? '' : `<caption>and ${found.more} rows more</caption>`
  const body = found.rows.map((row) => cells('td', row)).join('')
  return `<span class="rows" tabindex="0" role="region" aria-label="Rows of ${escapeMarkup(found.table)}"><table>${more}<thead>${cells('th', found.columns)}</thead><tbody>${body}</tbody></table></span>`
}

const mostRows = 8

function maybeRowsBehind(
  origin: Origin,
  {definitions, tables}: {definitions: NumbersPage['definitions']; tables: Values['tables']},
): RowsShown | undefined {
  if (origin.kind === 'cell') {
    const table = tables.get(origin.table)
    const row = table?.rows[origin.row]
    return table && row && rowsShown(table, [row])
  }
  const definition = origin.kind === 'value' ? definitions.get(origin.name) : undefined
  return definition && maybeRowsOf(definition, tables, mostRows)
}

function aboutDefinition(definition: ValueDefinition, {values}: Values): About {
  const {form, argument, where} = definition
  const conditions = Object.keys(where).length === 0 ? [] : [['rows where', JSON.stringify(where)] as const]
  const operands = names(definition).flatMap((name) => {
    const value = values.get(name)
    return value === undefined ? [] : [[name, value.text] as const]
  })
  return [[form, typeof argument === 'string' ? argument : JSON.stringify(argument)], ...conditions, ...operands]
}
