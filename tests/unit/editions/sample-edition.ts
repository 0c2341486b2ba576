import {readFileSync, readdirSync} from 'node:fs'
import type {Element, ElementContent, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import {unified} from 'unified'
import type {EditionInput, EditionTemplate} from '../../../src/editions/edition-input.ts'
import type {FrontMatter} from '../../../src/model/brief.ts'
import type {Document} from '../../../src/model/document.ts'
import type {TemplateManifest} from '../../../src/sources/template.ts'

const project = new URL('../../../', import.meta.url)

/** HTML as a tree. */
export function parse(html: string): Root {
  const tree: Root = {type: 'root', children: [{type: 'raw', value: html}]}
  return unified().use(rehypeRaw).runSync(tree)
}

export function content(html: string): ElementContent[] {
  return parse(html).children.filter((child) => child.type !== 'doctype')
}

/** A tree as HTML, drawings and all. */
export function stringify(tree: Root | Element): string {
  return toHtml(tree, {allowDangerousHtml: true})
}

/** The template of the repository. */
export function readTemplate(): EditionTemplate {
  const folder = new URL('templates/policy-brief/', project)
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) => /\.(hbs|css)$/.test(path))
  const manifest = JSON.parse(readFileSync(new URL('template.json', folder), 'utf8')) as TemplateManifest
  return {manifest, parts: new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]))}
}

export function readPackage(specifier: string): Promise<Uint8Array | undefined> {
  try {
    return Promise.resolve(new Uint8Array(readFileSync(new URL(`node_modules/${specifier}`, project))))
  } catch {
    return Promise.resolve(undefined)
  }
}

export function makeFrontMatter(said: Partial<FrontMatter> = {}): FrontMatter {
  return {
    title: 'A brief',
    authors: [],
    lang: 'en',
    keywords: [],
    abbreviations: {},
    numberSections: 2,
    template: 'policy-brief',
    options: {},
    ...said,
  }
}

/** A document that says nothing but its title, and what the test says. */
export function makeDocument(said: Partial<Document> = {}): Document {
  return {
    frontMatter: makeFrontMatter(),
    name: 'test',
    texts: {},
    body: parse(''),
    keyMessages: undefined,
    recommendations: [],
    notes: [],
    contents: [],
    charts: [],
    images: [],
    printed: [],
    tables: [],
    ...said,
  }
}

export function makeInput(document: Document, said: Partial<EditionInput> = {}): EditionInput {
  return {
    document,
    drawings: new Map(),
    tables: new Map(),
    template: readTemplate(),
    images: new Map(),
    readPackage,
    ...said,
  }
}
