import {byId, make} from './dom.ts'
import type {PreviewState, ShownMessage} from './state.ts'

/** Shows what is wrong over the editions: errors openly, the rest when asked for. Gone when it is mended. */
export function showMessages({messages, stale}: PreviewState): void {
  const box = byId('messages')
  box.hidden = messages.length === 0
  const errors = messages.filter(({severity}) => severity === 'error')
  const others = messages.filter(({severity}) => severity !== 'error')
  const wasOpen = box.querySelector('details')?.open ?? false
  box.replaceChildren(
    ...(stale ? [make('p', {class: 'stale'}, 'What you see is the last edition without errors.')] : []),
    ...errors.map(card),
    ...(others.length === 0 ? [] : [foldedCards(others, wasOpen)]),
  )
}

function foldedCards(messages: readonly ShownMessage[], open: boolean): HTMLElement {
  const count = `${messages.length} ${messages.length === 1 ? 'remark' : 'remarks'}`
  return make('details', open ? {open: ''} : {}, make('summary', {}, count), ...messages.map(card))
}

function card({severity, where, reason, id, note, excerpt}: ShownMessage): HTMLElement {
  const code = excerpt === undefined ? [] : [line(excerpt)]
  return make(
    'article',
    {class: `message ${severity}`},
    make('p', {class: 'where'}, make('b', {}, severity), ` ${where} `, make('code', {}, id)),
    make('p', {}, reason),
    ...code,
    make('p', {class: 'note'}, note),
  )
}

function line({text, from, to}: NonNullable<ShownMessage['excerpt']>): HTMLElement {
  return make('pre', {}, text.slice(0, from), make('mark', {}, text.slice(from, to)), text.slice(to))
}
