import type {Element, ElementContent, Root} from 'hast'
import {editionDate} from '../changes/edition-date.ts'
import {noticeWordsOf} from '../changes/notice-words.ts'
import {visit} from '../visit.ts'
import type {Context} from './context.ts'
import type {Directive} from './directives.ts'
import {element} from './element.ts'
import {revisionsOf, tellRevision} from './tell-revision.ts'

/** The class of blocks that tell of accepted changes. */
export const noticeClass = 'change-notice'

/** The id of the place that tells of corrections, where the author gave it no other. */
export const correctionsId = 'end-corrections'

/** `::whats-new`: what the present edition revises and corrects, of the changes that are told for its date. */
export function placeWhatsNew(directive: Directive, context: Context): Element {
  const {frontMatter} = context.merged
  const words = noticeWordsOf(frontMatter.lang)
  const revisions = revisionsOf(context)
  const present = revisions.filter(({date}) => date === editionDate(frontMatter))
  const entries = present.map((revision) => tellRevision(revision, {words, context}))
  const otherwise = element('p', {}, [revisions.length === 0 ? words.firstEdition : words.noChange])
  return notice(directive, {title: words.whatsNew, content: entries.length > 0 ? entries : [otherwise]})
}

/** `::corrections`: every correction since the first edition, latest first; that there is none is said too. */
export function placeCorrections(directive: Directive, context: Context): Element {
  const words = noticeWordsOf(context.merged.frontMatter.lang)
  const entries = listCorrections(context)
  const content = entries.length > 0 ? entries : [element('p', {}, [words.noCorrection])]
  return notice({...directive, id: directive.id ?? correctionsId}, {title: words.corrections, content, isList: true})
}

/**
 * The corrections of a brief whose body has no `::corrections`, for the template to place: a reader is told of them
 * whatever the author forgot.
 */
export function correctionsText(body: Root, context: Context): Readonly<Record<'corrections', Root>> | undefined {
  let isPlaced = false
  visit(body, 'element', ({properties}) => {
    if (properties.dataNotice === 'corrections') isPlaced = true
  })
  const entries = isPlaced ? [] : listCorrections(context)
  if (entries.length === 0) return undefined
  return {corrections: {type: 'root', children: [element('div', {className: [noticeClass]}, entries)]}}
}

function listCorrections(context: Context): readonly Element[] {
  const words = noticeWordsOf(context.merged.frontMatter.lang)
  const corrections = revisionsOf(context).filter(({kind}) => kind === 'correction')
  return corrections.map((revision) => tellRevision(revision, {words, context}))
}

interface NoticeParts {
  readonly title: string
  readonly content: readonly ElementContent[]
  /** Whether it tells of every correction there was. */
  readonly isList?: true
}

function notice({id, label}: Directive, {title, content, isList}: NoticeParts): Element {
  const heading = label.length > 0 ? label : [{type: 'text' as const, value: title}]
  const properties = {className: ['box', 'box-note', noticeClass], ...(id && {id})}
  return element('aside', {...properties, ...(isList && {dataNotice: 'corrections'})}, [
    element('p', {className: ['box-title']}, [element('span', {className: ['box-heading']}, heading)]),
    ...content,
  ])
}
