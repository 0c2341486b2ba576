import type {Element, ElementContent} from 'hast'
import type {Nodes, Paragraph} from 'mdast'
import type {Position} from 'unist'
import {
  directiveForm,
  missingAttribute,
  missingLabel,
  unexpectedLabel,
  unknownAttribute,
  unknownDirective,
} from '../messages/directives.ts'
import {withoutMarks} from '../merge/value-marks.ts'
import {report} from '../messages/message.ts'
import {placeAbbreviations} from './abbreviations.ts'
import {placeBox} from './box.ts'
import {placeCorrections, placeWhatsNew} from './change-notice.ts'
import {placeChart} from './chart.ts'
import type {Context, From} from './context.ts'
import {placeDataSources} from './data-sources.ts'
import {placeDataTable} from './data-table.ts'
import {placedAt} from './element.ts'
import {placeImage} from './image.ts'
import {placeKeep} from './keep.ts'
import {placeKeyMessages} from './key-messages.ts'
import type {DirectiveNode} from './mdast.ts'
import {placePageBreak} from './page-break.ts'
import {placePullQuote} from './pull-quote.ts'
import {placeRecommendation} from './recommendation.ts'
import {placeTypedTable} from './typed-table.ts'

/** A directive whose label and content are HTML already, and whose attributes are known to be of its kind. */
export interface Directive {
  /** As written: `::chart`. */
  readonly written: string
  readonly id: string | undefined
  readonly label: readonly ElementContent[]
  /** As typed where they are Markdown, else decoded. */
  readonly attributes: Readonly<Record<string, string>>
  /** Where the value of an attribute that is Markdown stands, as `Context.inline` wants to know it. */
  readonly from: (name: string) => From
  readonly content: readonly ElementContent[]
  readonly position: Position | undefined
}

/** Those attributes that are Markdown, as typed; all others are decoded. */
const markdownAttributes = ['actor', 'alt', 'by', 'note', 'source', 'subtitle']

interface Kind {
  readonly label: 'required' | 'optional' | 'none'
  readonly required: readonly string[]
  readonly optional: readonly string[]
  readonly place: (directive: Directive, context: Context) => Element
}

/**
 * Makes the element of a directive, by its name. What is wrong with its name, label or attributes is reported; the
 * element is made all the same wherever the name is known, so that references to it raise no second message.
 */
export function placeDirective(node: DirectiveNode, context: Context, convert: Convert): Element | undefined {
  const kind = kinds.get(writtenName(node))
  if (kind === undefined) return reportUnknown(node, context)
  const directive = readDirective(node, convert)
  reportLabel(node, {kind, directive, context})
  reportAttributes(node, {kind, directive, context})
  return placedAt(kind.place(directive, context), node.position)
}

type Convert = (parent: Nodes) => ElementContent[]

const figure = ['id', 'subtitle', 'source', 'note', 'fit']

// Alike names in both forms are different kinds: `::table` shows data, `:::table` encloses what was typed.
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['::chart', {label: 'optional', required: ['spec'], optional: [...figure, 'alt'], place: placeChart}],
  ['::image', {label: 'optional', required: ['src'], optional: [...figure, 'alt'], place: placeImage}],
  [
    '::table',
    {
      label: 'optional',
      required: ['data'],
      optional: [...figure, 'columns', 'total', 'rowhead', 'calls'],
      place: placeDataTable,
    },
  ],
  [':::table', {label: 'optional', required: [], optional: [...figure, 'total'], place: placeTypedTable}],
  [':::box', {label: 'required', required: [], optional: ['id', 'kind'], place: placeBox}],
  [':::key-messages', {label: 'none', required: [], optional: [], place: placeKeyMessages}],
  [':::recommendation', {label: 'required', required: [], optional: ['id', 'actor', 'by'], place: placeRecommendation}],
  [':::pull-quote', {label: 'none', required: [], optional: ['by'], place: placePullQuote}],
  [':::keep', {label: 'none', required: [], optional: [], place: placeKeep}],
  ['::page-break', {label: 'none', required: [], optional: [], place: placePageBreak}],
  ['::abbreviations', {label: 'none', required: [], optional: [], place: placeAbbreviations}],
  ['::whats-new', {label: 'optional', required: [], optional: ['id'], place: placeWhatsNew}],
  ['::corrections', {label: 'optional', required: [], optional: ['id'], place: placeCorrections}],
  ['::data-sources', {label: 'none', required: [], optional: [], place: placeDataSources}],
])

/** The directives that there are, as written: `::chart`. */
export const directiveNames: readonly string[] = [...kinds.keys()]

function reportUnknown(node: DirectiveNode, {file}: Context): undefined {
  const name = node.name
  const others = [...kinds.keys()].filter((written) => written.replace(/^:+/, '') === name)
  const names = [...kinds.keys()].map((written) => written.replace(/^:+/, ''))
  const message = others[0] === undefined ? unknownDirective(name, names) : directiveForm(writtenName(node), others[0])
  report(file, node, message)
}

function readDirective(node: DirectiveNode, convert: Convert): Directive {
  const {id, ...attributes} = Object.fromEntries(
    Object.keys(node.attributes ?? {}).map((name) => [name, attributeOf(node, name)]),
  )
  const label = labelOf(node)
  const content =
    node.type === 'leafDirective' ? [] : convert({...node, children: node.children.filter((child) => child !== label)})
  return {
    written: writtenName(node),
    id,
    label: label === undefined ? [] : convert(label),
    attributes,
    from: (name) => ({position: node.position, at: node.data?.typed?.[name]?.at}),
    content,
    position: node.position,
  }
}

function attributeOf({attributes, data}: DirectiveNode, name: string): string {
  const decoded = withoutMarks(attributes?.[name] ?? '')
  return decoded !== '' && markdownAttributes.includes(name) ? (data?.typed?.[name]?.text ?? decoded) : decoded
}

// The label of a leaf is its content; the label of a container is a paragraph that is marked as such.
function labelOf(node: DirectiveNode): Nodes | undefined {
  if (node.type === 'leafDirective') return node.children.length > 0 ? node : undefined
  return node.children.find((child): child is Paragraph => isLabel(child))
}

function isLabel(node: Nodes): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data
}

interface Check {
  readonly kind: Kind
  readonly directive: Directive
  readonly context: Context
}

function reportLabel(node: DirectiveNode, {kind, directive, context}: Check): void {
  const present = directive.label.length > 0
  if (kind.label === 'required' && !present) report(context.file, node, missingLabel(directive.written))
  if (kind.label === 'none' && present) report(context.file, node, unexpectedLabel(directive.written))
}

function reportAttributes(node: DirectiveNode, {kind, directive, context}: Check): void {
  const known = [...kind.required, ...kind.optional]
  for (const name of Object.keys(node.attributes ?? {})) {
    if (!known.includes(name)) report(context.file, node, unknownAttribute(directive.written, name, known))
  }
  for (const name of kind.required) {
    if (!directive.attributes[name]) report(context.file, node, missingAttribute(directive.written, name))
  }
}

function writtenName(node: DirectiveNode): string {
  return `${node.type === 'leafDirective' ? '::' : ':::'}${node.name}`
}
