import type {Author, FrontMatter} from '../model/brief.ts'
import {filled, wordsOf, type Words} from './words.ts'

/**
 * The suggested citation: Author, Author and Author, “Title: Subtitle”, Series Number, Institution, date, address. What
 * the front matter leaves out is left out.
 */
export function renderCitation(frontMatter: FrontMatter, texts: CitationTexts): string {
  const {institution, place} = frontMatter
  const words = wordsOf(frontMatter.lang)
  const [open, close] = words.quotes
  const publisher = [institution, place].filter(isGiven).join(', ')
  const parts = [
    joinAuthors(frontMatter.authors, words),
    `${open}${quotedTitle(texts, words)}${close}`,
    seriesNumber(frontMatter),
    frontMatter.version && filled(words.version, frontMatter.version),
    publisher,
    texts.date,
    maybeAddress(frontMatter),
  ]
  return `${parts.filter(isGiven).join(', ')}.`
}

/** Texts of the front matter without markup, as printed. */
export interface CitationTexts {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly date?: string | undefined
}

/** `Policy Brief 07`, or the part of it that there is. */
export function seriesNumber(frontMatter: FrontMatter): string {
  return [frontMatter.series, frontMatter.number].filter(isGiven).join(' ')
}

/** The DOI without its resolver's address: `10.1234/x`. */
export function bareDoi(doi: string): string {
  return doi.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '')
}

/** The address that a reader should cite: the DOI's if there is one. */
export function maybeAddress(frontMatter: FrontMatter): string | undefined {
  if (frontMatter.doi !== undefined) return `https://doi.org/${bareDoi(frontMatter.doi)}`
  return frontMatter.url
}

function joinAuthors(authors: readonly Author[], {shell}: Words): string {
  const names = authors.map((author) => author.name)
  const [last] = names.slice(-1)
  if (last === undefined || names.length === 1) return last ?? ''
  return `${names.slice(0, -1).join(', ')} ${shell.and} ${last}`
}

function quotedTitle({title, subtitle}: CitationTexts, words: Words): string {
  const inner = innerQuotes(title, words)
  if (subtitle === undefined || subtitle === '') return inner
  return `${inner}${/[:?!]$/.test(inner) ? ' ' : words.colon}${innerQuotes(subtitle, words)}`
}

function innerQuotes(text: string, {quotes: [open, close, innerOpen, innerClose]}: Words): string {
  return text.replaceAll(open, innerOpen).replaceAll(close, innerClose)
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
