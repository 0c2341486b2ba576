import type {EditionInput} from '../edition-input.ts'

/** The brief in another language. */
export interface Translation {
  readonly lang: string
  /** Of the language, in that language. */
  readonly name: string
  readonly href: string
  /** For search engines, which want it whole where it is known. */
  readonly address: string
}

/** The translations that the front matter names: briefs of the same project, or addresses. */
export function collectTranslations({document, pageUrl}: Pick<EditionInput, 'document' | 'pageUrl'>): Translation[] {
  return Object.entries(document.frontMatter.translations ?? {}).map(([lang, target]) => {
    const isAddress = /^https?:\/\//.test(target)
    const folder = `../${encodeURIComponent(target)}/`
    return {
      lang,
      name: languageName(lang),
      href: isAddress ? target : `${folder}index.html`,
      address: isAddress || pageUrl === undefined ? target : new URL(folder, pageUrl).href,
    }
  })
}

function languageName(lang: string): string {
  try {
    return new Intl.DisplayNames([lang], {type: 'language'}).of(lang) ?? lang
  } catch {
    // No language tag: what the author wrote is all there is.
    return lang
  }
}
