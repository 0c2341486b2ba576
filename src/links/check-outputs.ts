import type {VFile} from 'vfile'
import {linkNowhere, templateLinkNowhere} from '../messages/links.ts'
import {report} from '../messages/message.ts'
import type {Document, OutputFile} from '../model/document.ts'
import {placesOf} from './document-links.ts'
import {readPage} from './read-page.ts'

export interface OutputsToCheck {
  readonly document: Document
  /** All files of the brief's folder. */
  readonly outputs: readonly OutputFile[]
  /** Paths of files that are not among them and stand there too. */
  readonly alsoThere?: readonly string[]
  readonly narrative: VFile
  /** The template's shell, for links that it has itself. */
  readonly shell: VFile
}

/**
 * Checks that every link of the pages inside the brief's folder leads to something: a file that is there, a place in the
 * page. A link that leads nowhere is an error where the author wrote it, else in the template. What leaves the folder is
 * not known here: `checkNeighbours` knows some of it.
 */
export function checkOutputs({document, outputs, alsoThere = [], narrative, shell}: OutputsToCheck): void {
  const paths = new Set([...outputs.map(({path}) => path), ...alsoThere])
  const pages = outputs.filter(({path}) => path.endsWith('.html'))
  const broken = new Set(pages.flatMap((page) => brokenLinks(page, paths)))
  for (const address of broken) {
    const places = placesOf(address, document)
    for (const place of places) report(narrative, place, linkNowhere(address, targets(outputs)))
    if (places.length === 0) report(shell, undefined, templateLinkNowhere(address))
  }
}

function brokenLinks({path, content}: OutputFile, paths: ReadonlySet<string>): string[] {
  const {ids, addresses} = readPage(String(content))
  return addresses.filter((address) => !leadsSomewhere(address, {page: path, ids, paths}))
}

interface Around {
  /** The path of the page. */
  readonly page: string
  readonly ids: ReadonlySet<string>
  readonly paths: ReadonlySet<string>
}

function leadsSomewhere(address: string, {page, ids, paths}: Around): boolean {
  if (/^[a-z][a-z\d+.-]*:/i.test(address) || address.startsWith('/')) return true
  const [whole = '', fragment = ''] = address.split('#')
  const [path = ''] = whole.split('?')
  // What stands beside the folder is another's.
  const target = resolved(decoded(path), page)
  if (target === undefined) return true
  if (target !== page && !paths.has(target)) return false
  return target !== page || fragment === '' || ids.has(decoded(fragment))
}

/** A path as one from the brief's folder; undefined where it leaves it. */
function resolved(path: string, page: string): string | undefined {
  if (path === '') return page
  const parts = page.split('/').slice(0, -1)
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  // A folder is its page.
  return parts.length === 0 || path.endsWith('/') ? [...parts, 'index.html'].join('/') : parts.join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What the author may have meant: what readers can open. */
function targets(outputs: readonly OutputFile[]): string[] {
  return outputs.map(({path}) => path).filter((path) => !/^assets\/|^manifest\.json$/.test(path))
}
