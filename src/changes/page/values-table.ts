import type {Element} from 'hast'
import {element} from '../../document/element.ts'
import type {Changes} from '../compare.ts'
import {isAlarming} from '../compare-values.ts'
import {flagText, sizeOf} from '../describe.ts'
import {added, removed} from './item.ts'

type ValueItem = Changes['values'][number]

/** All values that changed; those with something to look at come first. */
export function valuesTable(values: readonly ValueItem[]): Element {
  const alarming = values.filter(({flags}) => flags.some(isAlarming))
  const others = values.filter(({flags}) => !flags.some(isAlarming))
  const heads = ['Value', 'Before', 'Now', 'Change', 'Look at']
  const head = heads.map((text, index) =>
    element('th', {scope: 'col', ...(index > 0 && index < 4 && {className: ['num']})}, [text]),
  )
  return element('div', {className: ['scroll'], role: 'region', tabIndex: 0, ariaLabel: 'Values'}, [
    element('table', {className: ['values']}, [
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, [...alarming, ...others].map(row)),
    ]),
  ])
}

function row(value: ValueItem): Element {
  const {name, item, before, after, flags} = value
  const notes = flags.map((flag) =>
    element('li', {className: [isAlarming(flag) ? 'alarm' : 'mild']}, [flagText(flag, value)]),
  )
  const isSame = before?.text === after?.text
  return element('tr', {id: item}, [
    element('th', {scope: 'row'}, [element('code', {}, [name])]),
    element('td', {className: ['num']}, before === undefined ? ['new'] : [isSame ? before.text : removed(before.text)]),
    element('td', {className: ['num']}, after === undefined ? ['gone'] : [isSame ? after.text : added(after.text)]),
    element('td', {className: ['num']}, [sizeOf(value)]),
    element('td', {}, notes.length === 0 ? [] : [element('ul', {className: ['flags']}, notes)]),
  ])
}
