import type {Table} from '../../model/data.ts'
import type {OutputFile} from '../../model/document.ts'
import {formatBytes} from '../byte-size.ts'
import type {EditionInput} from '../edition-input.ts'
import {plainText} from '../../document/element.ts'
import {plainTitle} from '../shell-data.ts'
import {wordsOf} from '../words.ts'
import {writeCitations} from './citation-files.ts'
import {writeDataPackage} from './data-package.ts'
import type {Download} from './downloads.ts'
import {writeZip} from './zip.ts'

/** A file that the page offers, as its link says it. */
export interface Offer {
  readonly title: string
  /** Relative to the page. */
  readonly href: string
  /** `ZIP, 1.2 kB` */
  readonly kind: string
  readonly file: OutputFile & {readonly content: Uint8Array}
}

/** A record for reference managers, which the page also shows. */
export interface CitationRecord extends Offer {
  readonly text: string
}

/** The brief's record for reference managers, in the formats that they read. */
export function collectCitations(input: EditionInput): CitationRecord[] {
  const {document, pageUrl} = input
  const subtitle = document.texts['subtitle']
  const cited = {
    name: document.name,
    title: plainTitle(document),
    subtitle: subtitle && plainText(subtitle),
    frontMatter: document.frontMatter,
    url: pageUrl,
  }
  return writeCitations(cited).map(({title, file}) => ({
    ...offer(input, {title, kind: title, file}),
    text: String(file.content).replaceAll('\r\n', '\n').trimEnd(),
  }))
}

/** The description of the data that the page offers, and a ZIP archive with it and them; nothing where it offers none. */
export function collectDataPackage(
  input: EditionInput,
  downloads: readonly Download[],
): {readonly archive: Offer; readonly description: OutputFile} | undefined {
  if (downloads.length === 0) return undefined
  const {document, pageUrl, licenses = [], tables} = input
  const packaged = downloads.map(({name, file}) => ({table: tableOf(name, tables), file}))
  const title = plainTitle(document)
  const content = writeDataPackage({name: document.name, title, homepage: pageUrl, licenses, tables: packaged})
  const description = {path: 'data/datapackage.json', content: new TextEncoder().encode(content)}
  const entries = [description, ...downloads.map(({file}) => file)].map((file) => ({
    path: file.path.replace(/^data\//, ''),
    content: file.content,
  }))
  const file = {path: `data/${document.name}-data.zip`, content: writeZip(entries)}
  return {
    archive: offer(input, {title: wordsOf(document.frontMatter.lang).dataPackage, kind: 'ZIP', file}),
    description,
  }
}

function offer(
  {document}: EditionInput,
  {title, kind, file: {path, content}}: {title: string; kind: string; file: OutputFile},
): Offer {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const size = formatBytes(bytes.length, wordsOf(document.frontMatter.lang))
  return {title, href: encodeURI(path), kind: kind === title ? size : `${kind}, ${size}`, file: {path, content: bytes}}
}

function tableOf(name: string, tables: ReadonlyMap<string, Table>): Table {
  const table = tables.get(name)
  if (table !== undefined) return table
  throw new Error(`Table ${name} is offered but not there`)
}
