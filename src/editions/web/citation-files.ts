import type {FrontMatter} from '../../model/brief.ts'
import type {OutputFile} from '../../model/document.ts'
import {bareDoi, maybeAddress} from '../citation.ts'
import {splitName, type PersonName} from './person-name.ts'

/** What is cited, without markup. */
export interface Cited {
  readonly name: string
  readonly title: string
  readonly subtitle: string | undefined
  readonly frontMatter: FrontMatter
  /** Where the page stands, if it is known. */
  readonly url: string | undefined
}

export interface CitationFile {
  /** Of the format, as readers of references know it. */
  readonly title: string
  readonly file: OutputFile
}

/** The brief as a record for reference managers: BibTeX, RIS and CSL-JSON. */
export function writeCitations(cited: Cited): CitationFile[] {
  const path = `cite/${cited.name}`
  return [
    {title: 'BibTeX', file: {path: `${path}.bib`, content: writeBibtex(cited)}},
    {title: 'RIS', file: {path: `${path}.ris`, content: writeRis(cited)}},
    {title: 'CSL-JSON', file: {path: `${path}.csl.json`, content: writeCsl(cited)}},
  ]
}

function writeBibtex(cited: Cited): string {
  const {frontMatter: given} = cited
  const [year, month, day] = dateParts(given.date)
  const fields: Readonly<Record<string, string | undefined>> = {
    // Braces inside keep the capitals of names.
    title: `{${tex(fullTitle(cited))}}`,
    author: authorsOf(cited).map(bibtexName).join(' and '),
    institution: given.institution && tex(given.institution),
    type: given.series && tex(given.series),
    number: given.number && tex(given.number),
    version: given.version && tex(given.version),
    address: given.place && tex(given.place),
    year: year === undefined ? undefined : String(year),
    month: month === undefined ? undefined : String(month),
    date: day === undefined ? undefined : given.date,
    doi: given.doi && bareDoi(given.doi),
    url: addressOf(cited),
    langid: given.lang,
    keywords: tex(given.keywords.join(', ')),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []))
  return `@techreport{${cited.name}${year ?? ''},\n${lines.join('')}}\n`
}

function writeRis(cited: Cited): string {
  const {frontMatter: given} = cited
  const [year, month, day] = dateParts(given.date)
  const date = [year, month, day].map((part) => (part === undefined ? '' : String(part).padStart(2, '0')))
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'RPRT'],
    ['TI', fullTitle(cited)],
    ...authorsOf(cited).map((name) => ['AU', risName(name)] as const),
    ['PB', given.institution],
    ['CY', given.place],
    ['T2', given.series],
    ['M1', given.number],
    ['ET', given.version],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${date.join('/')}/`],
    ['AB', undefined],
    ['DO', given.doi && bareDoi(given.doi)],
    ['UR', addressOf(cited)],
    ['LA', given.lang],
    ...given.keywords.map((word) => ['KW', word] as const),
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}`] : []))
  return [...lines, 'ER  - ', ''].join('\r\n')
}

function writeCsl(cited: Cited): string {
  const {frontMatter: given} = cited
  const parts = dateParts(given.date)
  const item = {
    id: cited.name,
    type: 'report',
    title: fullTitle(cited),
    author: authorsOf(cited),
    publisher: given.institution,
    'publisher-place': given.place,
    'collection-title': given.series,
    number: given.number,
    version: given.version,
    issued: parts.length > 0 ? {'date-parts': [parts]} : undefined,
    DOI: given.doi && bareDoi(given.doi),
    URL: addressOf(cited),
    language: given.lang,
    keyword: given.keywords.length > 0 ? given.keywords.join(', ') : undefined,
  }
  return `${JSON.stringify([item], undefined, 2)}\n`
}

/** A brief without authors is its institution's. */
function authorsOf({frontMatter: {authors, institution}}: Cited): PersonName[] {
  const names = authors.map(({name}) => splitName(name, institution))
  return names.length > 0 || institution === undefined ? names : [{literal: institution}]
}

function fullTitle({title, subtitle}: Cited): string {
  if (subtitle === undefined || subtitle === '') return title
  return /[:?!]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`
}

function addressOf({frontMatter, url}: Cited): string | undefined {
  return url ?? maybeAddress(frontMatter)
}

function dateParts(date: string | undefined): number[] {
  return date === undefined ? [] : date.split('-').map(Number)
}

function bibtexName(name: PersonName): string {
  return 'literal' in name ? `{${tex(name.literal)}}` : `${tex(name.family)}, ${tex(name.given)}`
}

function risName(name: PersonName): string {
  return 'literal' in name ? name.literal : `${name.family}, ${name.given}`
}

/** What TeX would read as a command stands for itself. */
function tex(text: string): string {
  return text
    .replaceAll(/[\\{}]/g, '')
    .replaceAll(/[#$%&_]/g, String.raw`\$&`)
    .replaceAll('~', String.raw`\textasciitilde `)
    .replaceAll('^', String.raw`\textasciicircum `)
}
