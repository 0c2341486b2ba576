import type {ElementContent} from 'hast'
import type {SafeString} from 'handlebars'
import {plainText} from '../document/element.ts'
import type {FrontMatter} from '../model/brief.ts'
import type {ContentsEntry, Document} from '../model/document.ts'
import {renderCitation, bareDoi, maybeAddress, seriesNumber} from './citation.ts'
import {collectAuthors} from './shell-authors.ts'
import {formatDate, formatMonth, latestAsOf} from './edition-dates.ts'
import type {EditionInput} from './edition-input.ts'
import {collectVersion} from './shell-version.ts'
import {directionOf} from '../document/direction-of.ts'
import {wordsOf} from './words.ts'

/** Content as markup of the edition. */
export type RenderMarkup = (content: readonly ElementContent[]) => SafeString

/** An entry of the contents with those below it. */
export interface ShellEntry {
  readonly id: string
  readonly number: string
  readonly text: SafeString
  readonly children: readonly ShellEntry[]
}

/**
 * What both shells are given. Every name is always there, `undefined` or empty where the brief says nothing, since a
 * shell that names what is not there fails.
 */
export function collectShellData(input: EditionInput, render: RenderMarkup) {
  const {document, template} = input
  const {frontMatter} = document
  const texts = (name: string) => maybeMarkup(document.texts[name], render)
  return {
    ...collectIdentity(input),
    words: wordsOf(frontMatter.lang).shell,
    title: texts('title') ?? frontMatter.title,
    subtitle: texts('subtitle') ?? frontMatter.subtitle,
    abstract: texts('abstract') ?? frontMatter.abstract,
    about: texts('about') ?? frontMatter.about,
    acknowledgements: texts('acknowledgements') ?? frontMatter.acknowledgements,
    disclaimer: texts('disclaimer') ?? frontMatter.disclaimer,
    contact: texts('contact') ?? frontMatter.contact,
    corrections: texts('corrections'),
    ...collectVersion(document),
    ...collectAuthors(document, render),
    // The web edition has them as files, in a place of their own.
    citations: [] as readonly unknown[],
    keyMessages: maybeMarkup(document.keyMessages, render),
    recommendations: document.recommendations.map(({id, number, headline, actor, by}) => ({
      id,
      number,
      headline: render(headline),
      actor,
      by,
      meta: [actor, by].filter((part) => part !== undefined && part !== '').join(BETWEEN),
    })),
    options: chosenOptions(document, template.manifest.options),
  }
}

/** Between parts of a line, none of which begins with it. */
const BETWEEN = '\u00a0· '

/** Entries as a tree of sections and subsections, down to `depth`; a subsection before any section stands alone. */
export function nestContents(entries: readonly ContentsEntry[], depth: number, render: RenderMarkup): ShellEntry[] {
  const roots: (ShellEntry & {readonly children: ShellEntry[]})[] = []
  for (const entry of entries.filter((candidate) => candidate.depth <= depth)) {
    const nested = {id: entry.id, number: entry.number ?? '', text: render(entry.text), children: []}
    const parent = roots.at(-1)
    if (entry.depth > 1 && parent) parent.children.push(nested)
    else roots.push(nested)
  }
  return roots
}

/** The brief's choices over the template's defaults. */
export function chosenOptions(
  document: Document,
  options: EditionInput['template']['manifest']['options'],
): Readonly<Record<string, string | number | boolean>> {
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default] as const)
  return {...Object.fromEntries(defaults), ...document.frontMatter.options}
}

/** The brief's title without markup. */
export function plainTitle(document: Document): string {
  return plainOf(document, 'title') ?? document.frontMatter.title
}

/** What names the brief, as plain text. */
function collectIdentity({document, tables, template}: EditionInput) {
  const {frontMatter} = document
  const {date, lang} = frontMatter
  const titleText = plainTitle(document)
  const asOf = latestAsOf(document, tables)
  const dateText = date === undefined ? undefined : formatDate(date, lang)
  const issue = [seriesNumber(frontMatter), date === undefined ? '' : formatMonth(date, lang)]
  return {
    name: document.name,
    lang,
    dir: directionOf(lang),
    titleText,
    subtitleText: plainOf(document, 'subtitle'),
    abstractText: plainOf(document, 'abstract'),
    shortTitle: frontMatter.shortTitle ?? titleText,
    institution: frontMatter.institution,
    place: frontMatter.place,
    series: frontMatter.series,
    number: frontMatter.number,
    seriesLine: issue.filter((part) => part !== '').join(' · '),
    date: dateText,
    dateIso: date,
    ...collectByline(frontMatter, asOf),
    doi: frontMatter.doi === undefined ? undefined : bareDoi(frontMatter.doi),
    url: frontMatter.url,
    address: maybeAddress(frontMatter),
    keywords: frontMatter.keywords.join(', '),
    license: frontMatter.license,
    licenseUrl: frontMatter.licenseUrl,
    citation: renderCitation(frontMatter, {title: titleText, subtitle: plainOf(document, 'subtitle'), date: dateText}),
    templateName: template.manifest.title,
  }
}

/** The line of the cover with authors and dates; `byline` says whether there is anything to put there. */
function collectByline({date, lang, authors}: FrontMatter, asOf: string | undefined) {
  // The line above the title has the month already.
  const dateOnCover = date !== undefined && date.length > 7 ? formatDate(date, lang) : undefined
  const dataAsOf = asOf === undefined ? undefined : formatDate(asOf, lang)
  const data = dataAsOf === undefined ? undefined : `${wordsOf(lang).shell.dataTo} ${dataAsOf}`
  const coverDates = [dateOnCover, data].filter((part) => part !== undefined).join(BETWEEN)
  return {dateOnCover, dataAsOf, coverDates, byline: authors.length > 0 || coverDates !== ''}
}

function maybeMarkup(content: readonly ElementContent[] | undefined, render: RenderMarkup): SafeString | undefined {
  return content === undefined || content.length === 0 ? undefined : render(content)
}

function plainOf(document: Document, name: string): string | undefined {
  const content = document.texts[name]
  return content === undefined ? undefined : plainText(content)
}
