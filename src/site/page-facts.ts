import {plainText} from '../document/element.ts'
import {seriesNumber} from '../editions/citation.ts'
import {plainTitle} from '../editions/shell-data.ts'
import {dateModified} from '../editions/shell-version.ts'
import type {Document, OutputFile} from '../model/document.ts'

/** What the index of briefs says of one: a part of its manifest, so that the index can be made without its sources. */
export interface PageFacts {
  readonly title: string
  readonly subtitle?: string | undefined
  readonly description?: string | undefined
  readonly lang: string
  readonly date?: string | undefined
  /** When it was last changed, if it was. */
  readonly updated?: string | undefined
  readonly authors: readonly string[]
  /** `Policy Brief 07` */
  readonly series?: string | undefined
  readonly institution?: string | undefined
  readonly template: string
  /** The address that the brief itself says. */
  readonly url?: string | undefined
  /** The path of the printed edition, if it is published beside the page. */
  readonly pdf?: string | undefined
}

/** The facts of a brief whose outputs have a page; undefined where they have none. */
export function maybePageFacts(document: Document, outputs: readonly OutputFile[]): PageFacts | undefined {
  const {frontMatter, texts} = document
  if (!outputs.some(({path}) => path === 'index.html')) return undefined
  const plain = (name: string): string | undefined => texts[name] && plainText(texts[name])
  return {
    title: plainTitle(document),
    subtitle: plain('subtitle'),
    description: plain('abstract'),
    lang: frontMatter.lang,
    date: frontMatter.date,
    updated: dateModified(document),
    authors: frontMatter.authors.map(({name}) => name),
    series: seriesNumber(frontMatter) || undefined,
    institution: frontMatter.institution,
    template: frontMatter.template,
    url: frontMatter.url,
    pdf: outputs.find(({path}) => path.endsWith('.pdf'))?.path,
  }
}

/** The facts that a manifest holds; undefined where it is of something else. */
export function maybeReadFacts(manifest: Uint8Array | undefined): PageFacts | undefined {
  if (manifest === undefined) return undefined
  try {
    const {page} = JSON.parse(new TextDecoder().decode(manifest)) as {page?: PageFacts}
    return typeof page?.title === 'string' && typeof page.lang === 'string' ? page : undefined
  } catch {
    // Not written by this program.
    return undefined
  }
}
