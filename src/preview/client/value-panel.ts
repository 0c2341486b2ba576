import {byId, make} from './dom.ts'
import type {RowsShown, ValueDetails} from './state.ts'

/** Shows where a number comes from that stands in the page, or in the PDF. */
export async function showValue(edition: 'web' | 'pdf', printed: string): Promise<void> {
  const answer = await fetch(`/value/${edition}/${printed}`)
  if (!answer.ok) return
  const {title, text, facts, definition, rows} = (await answer.json()) as ValueDetails
  const panel = byId('value')
  const close = make('button', {type: 'button', 'aria-label': 'Close'}, '×')
  close.addEventListener('click', () => (panel.hidden = true))
  panel.replaceChildren(
    close,
    make('h2', {}, title),
    make('p', {class: 'text'}, text),
    make('dl', {}, ...facts.flatMap(([name, content]) => [make('dt', {}, name), make('dd', {}, content)])),
    ...(definition === undefined
      ? []
      : [make('p', {class: 'where'}, definition.where), make('pre', {}, definition.text)]),
    ...(rows === undefined ? [] : [rowsTable(rows)]),
  )
  panel.hidden = false
}

function rowsTable({table, columns, rows, more}: RowsShown): HTMLElement {
  const row = (cells: readonly string[], name: string): HTMLElement =>
    make('tr', {}, ...cells.map((cell) => make(name, {}, cell)))
  return make(
    'figure',
    {},
    make('figcaption', {}, `Rows of ${table}`),
    make(
      'table',
      {},
      make('thead', {}, row(columns, 'th')),
      make('tbody', {}, ...rows.map((cells) => row(cells, 'td'))),
    ),
    ...(more > 0 ? [make('p', {class: 'where'}, `and ${more} more`)] : []),
  )
}
