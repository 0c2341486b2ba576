import {byId} from './dom.ts'
import {showMessages} from './messages.ts'
import {createPrintPane} from './print-pane.ts'
import type {PreviewState} from './state.ts'
import {showValue} from './value-panel.ts'
import {createWebPane} from './web-pane.ts'

let last: PreviewState | undefined
const web = createWebPane((printed) => void showValue('web', printed))
const print = createPrintPane((printed) => void showValue('pdf', printed))

const events = new EventSource('/events')
events.addEventListener('message', ({data}: MessageEvent<string>) => show(JSON.parse(data) as PreviewState))
events.addEventListener('error', () => (byId('status').textContent = 'The preview has ended: start it again.'))

for (const choice of document.querySelectorAll<HTMLInputElement>('input[name=panes]')) {
  choice.addEventListener('change', () => (document.body.dataset['panes'] = choice.value))
}

function show(state: PreviewState): void {
  document.title = `${state.messages.some(({severity}) => severity === 'error') ? '✗ ' : ''}${state.brief}`
  byId('name').textContent = state.brief
  byId('status').textContent = statusOf(state)
  document.body.dataset['making'] = state.making ?? 'nothing'
  if (state.web !== last?.web && state.web > 0) web.show(state.web)
  if (state.pdf !== last?.pdf && state.pdf > 0) print.show(state.pdf)
  showMessages(state)
  showChanges(state)
  last = state
}

function showChanges({changes}: PreviewState): void {
  byId('changes').hidden = changes === undefined
  byId('changes-text').textContent = changes ?? ''
  byId('changes-head').textContent = changes?.split('\n')[0] ?? ''
}

function statusOf({making, stale, took, pages}: PreviewState): string {
  if (making === 'page') return 'Making the page…'
  if (stale) return 'Not made: there are errors'
  const page = took.page === undefined ? '' : `page in ${seconds(took.page)}`
  if (making === 'pdf') return `${page}, making the PDF…`
  return `${page}, PDF of ${pages ?? 0} pages in ${seconds(took.pdf ?? 0)}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
