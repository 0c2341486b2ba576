import type {Document} from '../model/document.ts'
import {maybeCorrections} from './corrections.ts'
import {formatDate} from './edition-dates.ts'
import {filled, wordsOf} from './words.ts'

/** A part of the line that says which version of the brief this is. */
export interface VersionPart {
  readonly text: string
  /** Where the page tells more of it. */
  readonly href: string | undefined
}

/** Which version of the brief this is, for a shell: its number, when it was updated and corrected. */
export function collectVersion(document: Document) {
  const {version, updated, lang} = document.frontMatter
  const words = wordsOf(lang)
  const corrections = maybeCorrections(document)
  const modified = dateModified(document)
  const corrected = corrections?.list[0]?.date
  const parts: VersionPart[] = [
    ...(version === undefined ? [] : [{text: filled(words.version, version), href: undefined}]),
    // Of a correction of that day the next part tells.
    ...(updated === undefined || updated === corrected
      ? []
      : [{text: filled(words.updated, formatDate(updated, lang)), href: undefined}]),
    ...(corrections === undefined || corrected === undefined
      ? []
      : [{text: filled(words.corrected, formatDate(corrected, lang)), href: `#${corrections.id}`}]),
  ]
  return {
    version,
    versionParts: parts.map((part, index) => (index === 0 ? {...part, text: capital(part.text, lang)} : part)),
    dateModified: modified,
  }
}

/** The latest of the dates on which something was changed since the first edition; undefined where nothing was. */
export function dateModified(document: Document): string | undefined {
  const {date: first = '', updated} = document.frontMatter
  const dates = [updated, ...(maybeCorrections(document)?.list ?? []).map(({date}) => date)]
  const last = dates.filter((date) => date !== undefined).reduce((a, b) => (b > a ? b : a), first)
  return last === first ? undefined : last
}

function capital(text: string, lang: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(lang) + text.slice(first.length)
}
