import {collectFonts, fontsAsFiles} from '../editions/fonts.ts'
import {formatDate} from '../editions/edition-dates.ts'
import type {EditionTemplate} from '../editions/edition-input.ts'
import {directionOf} from '../document/direction-of.ts'
import {maybePageUrl} from '../editions/page-url.ts'
import {compileShell, markup} from '../editions/shells.ts'
import {withPolicy} from '../editions/web/content-policy.ts'
import {styleLink, styleSheet} from '../editions/web/style-sheet.ts'
import {wordsOf} from '../editions/words.ts'
import type {OutputFile} from '../model/document.ts'
import type {PageFacts} from './page-facts.ts'
import {writeFeed, writeSitemap, type AddressedEntry} from './feeds.ts'

export interface SiteEntry extends PageFacts {
  /** The brief's folder. */
  readonly name: string
}

export interface SiteInput {
  /** In the order of the list. */
  readonly entries: readonly SiteEntry[]
  readonly template: EditionTemplate
  readonly baseUrl: string | undefined
  readonly readPackage: (specifier: string) => Promise<Uint8Array | undefined>
}

/** The files beside the briefs' folders: their list as a page, its styles and fonts, the sitemap and the feed. */
export async function renderSite(input: SiteInput): Promise<OutputFile[]> {
  const {template, baseUrl, readPackage} = input
  const {parts, fonts} = template.manifest
  const data = collectSiteData(input)
  const shell = compileShell(template, parts.index ?? '', 'web')
  const {faces} = await collectFonts(shell({...data, stylesheet: ''}), fonts, readPackage)
  const {css, files, early} = fontsAsFiles(faces, 'assets/')
  const sheet = styleSheet(template, [css])
  const html = shell({
    ...data,
    stylesheet: markup(styleLink(sheet, early)),
  })
  const page = {path: 'index.html', content: withPolicy(html, {standalone: false})}
  return [page, sheet, ...files, ...(baseUrl === undefined ? [] : collectFeeds(input, {title: data.title, baseUrl}))]
}

function collectSiteData({entries, baseUrl}: SiteInput) {
  const lang = entries[0]?.lang ?? 'en'
  const {shell: words} = wordsOf(lang)
  const institutions = new Set(entries.flatMap(({institution}) => (institution === undefined ? [] : [institution])))
  const [institution] = institutions.size === 1 ? institutions : []
  return {
    lang,
    dir: directionOf(lang),
    words,
    institution,
    title: institution === undefined ? words.briefs : `${words.briefs}, ${institution}`,
    canonical: baseUrl,
    feed: baseUrl === undefined ? undefined : 'feed.xml',
    entries: entries.map((entry) => describe(entry, lang)),
  }
}

function describe(entry: SiteEntry, lang: string) {
  const {name, title, subtitle, description, date, authors, series, pdf} = entry
  const folder = `${encodeURIComponent(name)}/`
  const {shell} = wordsOf(entry.lang)
  const [last] = authors.slice(-1)
  return {
    // Whole, so that a list opened from a file system leads to pages and not to folders.
    href: `${folder}index.html`,
    title,
    subtitle,
    description,
    lang: entry.lang === lang ? undefined : entry.lang,
    dir: directionOf(entry.lang) === directionOf(lang) ? undefined : directionOf(entry.lang),
    date: date === undefined ? undefined : formatDate(date, entry.lang),
    dateIso: date,
    authors: authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')} ${shell.and} ${last ?? ''}`,
    series,
    pdf: pdf === undefined ? undefined : `${folder}${encodeURI(pdf)}`,
  }
}

function collectFeeds({entries}: SiteInput, {title, baseUrl}: {title: string; baseUrl: string}): OutputFile[] {
  const addressed = entries.map((entry): AddressedEntry => {
    return {...entry, address: maybePageUrl(entry, {baseUrl}) ?? baseUrl}
  })
  return [
    {path: 'sitemap.xml', content: writeSitemap(addressed, baseUrl)},
    {path: 'feed.xml', content: writeFeed(addressed, {title, baseUrl})},
  ]
}
