import type {SafeString} from 'handlebars'
import type {EditionInput} from '../edition-input.ts'
import type {collectShellData} from '../shell-data.ts'
import {seriesNumber} from '../citation.ts'
import {maybeCorrections} from '../corrections.ts'
import {markup} from '../shells.ts'
import type {Download} from './downloads.ts'
import type {SharePicture} from './share-picture.ts'

type ShellData = ReturnType<typeof collectShellData>

/** `<meta name>` or `<meta property>`. */
export interface Meta {
  readonly key: 'name' | 'property'
  readonly name: string
  readonly content: string
}

/** What search engines, reference managers and link previews read of the brief. */
export function collectMetas(input: EditionInput, data: ShellData): Meta[] {
  return [...plainMetas(input, data), ...citationMetas(input, data), ...previewMetas(input, data)]
}

/** The picture of a preview, at its whole address: others fetch it. */
export function pictureMetas(picture: SharePicture | undefined, {pageUrl}: EditionInput): Meta[] {
  if (picture === undefined) return []
  const property = (name: string, content: string | number): Meta => ({key: 'property', name, content: String(content)})
  return [
    property('og:image', absoluteAddress(picture.file.path, pageUrl)),
    property('og:image:width', picture.width),
    property('og:image:height', picture.height),
    property('og:image:alt', picture.alt),
    {key: 'name', name: 'twitter:card', content: 'summary_large_image'},
  ]
}

/** The brief as schema.org's Report, in a form that cannot end the script element that it stands in. */
export function renderJsonLd(input: EditionInput, data: ShellData, downloads: readonly Download[]): SafeString {
  const {frontMatter} = input.document
  const report = {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: data.titleText,
    alternativeHeadline: data.subtitleText,
    abstract: data.abstractText,
    author: data.authors.map(({name, affiliation, orcid}) => ({
      '@type': 'Person',
      name,
      identifier: orcid === undefined ? undefined : `https://orcid.org/${orcid}`,
      affiliation: affiliation === undefined ? undefined : {'@type': 'Organization', name: affiliation},
    })),
    publisher: data.institution === undefined ? undefined : {'@type': 'Organization', name: data.institution},
    datePublished: data.dateIso,
    dateModified: data.dateModified,
    version: data.version,
    correction: maybeCorrections(input.document)?.list.map(({date, text}) => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: date,
    })),
    inLanguage: data.lang,
    reportNumber: data.number,
    isPartOf: data.series === undefined ? undefined : {'@type': 'PublicationIssue', name: seriesNumber(frontMatter)},
    keywords: data.keywords === '' ? undefined : data.keywords,
    license: data.licenseUrl ?? data.license,
    identifier: data.doi === undefined ? undefined : `https://doi.org/${data.doi}`,
    url: input.pageUrl ?? data.url,
    accessibilityFeature: ['alternativeText', 'structuralNavigation', 'tableOfContents'],
    encoding: input.pdf && {'@type': 'MediaObject', encodingFormat: 'application/pdf', contentUrl: pdfUrl(input)},
    isBasedOn: downloads.map((download) => describeDataset(download, input, data)),
  }
  return markup(JSON.stringify(report).replaceAll(/[<>&\u2028\u2029]/g, escapeCharacter))
}

/** Searches for data sets want a description of fifty characters and more: title, the brief, and when it was so. */
function describeDataset({name, title, href}: Download, {tables, pageUrl, licenses}: EditionInput, data: ShellData) {
  const table = tables.get(name)
  return {
    '@type': 'Dataset',
    name: title,
    description: table?.description ?? `${title}: data of “${data.titleText}”`,
    dateModified: table?.asOf,
    creator: table?.sources.map((source) => ({'@type': 'Organization', name: source.title, url: source.path})),
    license: licenses?.find(({path}) => path !== undefined)?.path ?? data.licenseUrl,
    variableMeasured: table?.fields.map((field) => field.title),
    isAccessibleForFree: true,
    distribution: {'@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absoluteAddress(href, pageUrl)},
  }
}

function plainMetas({document}: EditionInput, data: ShellData): Meta[] {
  return [
    ...named('author', ...document.frontMatter.authors.map((author) => author.name)),
    ...named('description', descriptionOf(data)),
    ...named('keywords', data.keywords),
    ...named('date', data.dateIso),
  ]
}

function citationMetas(input: EditionInput, data: ShellData): Meta[] {
  return [
    ...named('citation_title', data.titleText),
    ...named('citation_author', ...data.authors.map((author) => author.name)),
    ...named('citation_publication_date', data.dateIso?.replaceAll('-', '/')),
    ...named('citation_technical_report_institution', data.institution),
    ...named('citation_technical_report_number', data.number),
    ...named('citation_language', data.lang),
    ...named('citation_doi', data.doi),
    ...named('citation_keywords', ...input.document.frontMatter.keywords),
    ...named('citation_pdf_url', input.pdf && pdfUrl(input)),
  ]
}

function previewMetas({pageUrl}: EditionInput, data: ShellData): Meta[] {
  const properties = {
    'og:type': 'article',
    'og:title': data.titleText,
    'og:description': descriptionOf(data),
    'og:site_name': data.institution,
    'og:url': pageUrl ?? data.url,
    'og:locale': data.lang.replaceAll('-', '_'),
    'article:published_time': data.dateIso,
    'article:modified_time': data.dateModified,
  }
  return Object.entries(properties).flatMap(([name, content]) =>
    content === undefined || content === '' ? [] : [{key: 'property' as const, name, content}],
  )
}

function pdfUrl({pdf, pageUrl}: EditionInput): string {
  return absoluteAddress(encodeURI(pdf?.path ?? ''), pageUrl)
}

function named(name: string, ...contents: readonly (string | undefined)[]): Meta[] {
  return contents.flatMap((content) => (content ? [{key: 'name' as const, name, content}] : []))
}

function descriptionOf(data: ShellData): string | undefined {
  return data.abstractText ?? data.subtitleText
}

/** Absolute where it is known at which address the page will stand, else beside the page. */
export function absoluteAddress(href: string, pageUrl: string | undefined): string {
  return pageUrl === undefined ? href : new URL(href, pageUrl).href
}

function escapeCharacter(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
