import type {PageFacts} from './page-facts.ts'
import {escapeMarkup} from '../escape-markup.ts'

export interface AddressedEntry extends PageFacts {
  /** Of its page, whole. */
  readonly address: string
}

/** The addresses of all pages for search engines (sitemaps.org). */
export function writeSitemap(entries: readonly AddressedEntry[], baseUrl: string): string {
  const urls = [{address: baseUrl, date: undefined, updated: undefined}, ...entries].map(
    ({address, date, updated = date}) => {
      const changed = updated === undefined ? '' : `<lastmod>${updated}</lastmod>`
      return `<url><loc>${escapeMarkup(address)}</loc>${changed}</url>`
    },
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>\n',
  ].join('\n')
}

/** The briefs as an Atom feed. Its times are the briefs' dates: a feed that is made again is the same. */
export function writeFeed(
  entries: readonly AddressedEntry[],
  {title, baseUrl}: {title: string; baseUrl: string},
): string {
  const dates = entries.map(({date, updated = date}) => timeOf(updated)).toSorted()
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeMarkup(entries[0]?.lang ?? 'en')}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<id>${escapeMarkup(baseUrl)}</id>`,
    `<link href="${escapeMarkup(baseUrl)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(new URL('feed.xml', baseUrl).href)}"/>`,
    `<updated>${dates.at(-1) ?? timeOf(undefined)}</updated>`,
    ...entries.map((entry) => feedEntry(entry, title)),
    '</feed>\n',
  ].join('\n')
}

function feedEntry(entry: AddressedEntry, feed: string): string {
  const {address, title, subtitle, description, date, updated = date, authors, lang} = entry
  const summary = description ?? subtitle
  return [
    `<entry xml:lang="${escapeMarkup(lang)}">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<id>${escapeMarkup(address)}</id>`,
    `<link href="${escapeMarkup(address)}"/>`,
    ...(date === undefined ? [] : [`<published>${timeOf(date)}</published>`]),
    `<updated>${timeOf(updated)}</updated>`,
    ...(authors.length > 0 ? authors : [feed]).map((name) => `<author><name>${escapeMarkup(name)}</name></author>`),
    ...(summary === undefined ? [] : [`<summary>${escapeMarkup(summary)}</summary>`]),
    '</entry>',
  ].join('\n')
}

/** Midnight of the day, of the month's or the year's first where the day is not known. */
function timeOf(date = '1970'): string {
  const [year = '1970', month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}T00:00:00Z`
}
