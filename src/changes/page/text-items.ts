import type {Element, ElementContent} from 'hast'
import {element} from '../../document/element.ts'
import type {TextItem} from '../compare.ts'
import type {SentenceChange, StaleSentence} from '../compare-passages.ts'
import {alarmText, placeOf} from '../describe.ts'
import {added, itemElement, markedSide, removed, sideBySide} from './item.ts'

/** Passages side by side, each word that changed marked; below them what did not change and may be stale. */
export function textItems(texts: readonly TextItem[]): readonly Element[] {
  return texts.map((text) => itemElement({item: text.item, title: placeOf(text)}, content(text)))
}

function content(text: TextItem): readonly ElementContent[] {
  const {sentences, change} = text
  if (change === 'added') return [paragraph('Now', sentences, 'after')]
  if (change === 'removed') return [paragraph('Before', sentences, 'before')]
  const isAllStale = sentences.every(({kind}) => kind === 'stale' || kind === 'same')
  const read = isAllStale
    ? element('div', {className: ['side']}, [passage(sentences, 'after')])
    : sideBySide([passage(sentences, 'before')], [passage(sentences, 'after')])
  return [read, ...alarms(text), ...staleLine(text)]
}

function alarms(text: TextItem): readonly Element[] {
  if (text.alarms.length === 0) return []
  return [
    element('p', {className: ['look']}, [
      element('strong', {}, ['Look: ']),
      text.alarms.map(alarmText).join('; '),
      '.',
    ]),
  ]
}

function paragraph(title: string, sentences: TextItem['sentences'], side: 'before' | 'after'): Element {
  return element('div', {className: ['side']}, [
    element('p', {className: ['side-title']}, [side === 'after' ? `${title}, new` : `${title}, gone`]),
    passage(sentences, side),
  ])
}

function passage(sentences: TextItem['sentences'], side: 'before' | 'after'): Element {
  const shown = sentences.map((sentence) => sentenceContent(sentence, side)).filter((nodes) => nodes.length > 0)
  return element(
    'p',
    {className: ['passage']},
    shown.flatMap((nodes, index) => (index === 0 ? nodes : [' ', ...nodes])),
  )
}

function sentenceContent(sentence: SentenceChange, side: 'before' | 'after'): (ElementContent | string)[] {
  switch (sentence.kind) {
    case 'changed':
      return markedSide(sentence.marks, side === 'before' ? 'removed' : 'added')
    case 'added':
      return side === 'after' ? [added(sentence.text)] : []
    case 'removed':
      return side === 'before' ? [removed(sentence.text)] : []
    case 'stale':
      return [side === 'after' ? staleSentence(sentence) : element('span', {className: ['same']}, [sentence.text])]
    default:
      return [element('span', {className: ['same']}, [sentence.text])]
  }
}

/** With the words in it that hang on numbers, if there are some: those are the first to be read. */
function staleSentence({text, claims = []}: StaleSentence): Element {
  if (claims.length === 0) return element('span', {className: ['stale']}, [text])
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(${claims.join('|')})(?![\\p{L}\\p{N}])`, 'u')
  const parts = text.split(words).map((part, at) => (at % 2 === 0 ? part : element('strong', {}, [part])))
  return element('span', {className: ['stale', 'claim']}, parts)
}

function staleLine({sentences, values}: TextItem): readonly Element[] {
  const count = sentences.filter(({kind}) => kind === 'stale').length
  if (count === 0) return []
  const names = values.flatMap((name, index) => [...(index === 0 ? [] : [', ']), element('code', {}, [name])])
  const subject = count === 1 ? 'The dotted sentence' : 'The dotted sentences'
  const question = count === 1 ? ' did. Is it still true?' : ' did. Are they still true?'
  return [
    element('p', {className: ['unchanged', 'unchanged-title']}, [
      `${subject} did not change, although `,
      ...names,
      question,
    ]),
  ]
}
