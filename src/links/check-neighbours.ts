import {visit} from 'unist-util-visit'
import {isReserved} from '../document/ids.ts'
import type {Effects} from '../effects/effects.ts'
import {noSuchNeighbour, noSuchPlace, noSuchTranslation} from '../messages/links.ts'
import {AuthorError, report, type Message} from '../messages/message.ts'
import type {Config} from '../model/config.ts'
import type {Document, Merged} from '../model/document.ts'
import {readBrief} from '../read-brief.ts'
import {listBriefs} from '../sources/list-briefs.ts'
import {placesOf, treesOf} from './document-links.ts'

export interface Linking {
  readonly document: Document
  readonly merged: Pick<Merged, 'brief'>
}

/**
 * Checks the links that lead to other briefs of the project: that there is such a brief, and in it the place. What it
 * says is read from its sources, since its page may be of another day.
 */
export async function checkNeighbours(linking: Linking, config: Config, effects: Effects): Promise<void> {
  const links = neighbourLinks(linking.document, config.baseUrl)
  const translations = Object.entries(linking.document.frontMatter.translations ?? {}).filter(
    ([, target]) => !/^https?:/.test(target),
  )
  if (links.length === 0 && translations.length === 0) return
  const known = await listBriefs(config, effects.files)
  const {narrative, at} = linking.merged.brief
  for (const [lang, target] of translations) {
    if (!known.includes(target)) report(narrative, at(['translations', lang]), noSuchTranslation(target, known))
  }
  // The sources of some may be elsewhere while their pages are in the output folder.
  const published = await effects.files.folders(config.output)
  const read = createReader(config, effects)
  for (const link of links) {
    const message = await maybeMessage(link, {known, published, read})
    if (message) for (const place of placesOf(link.address, linking.document)) report(narrative, place, message)
  }
}

interface Around {
  /** Names of the project's briefs. */
  readonly known: readonly string[]
  /** Names of the folders beside the brief's. */
  readonly published: readonly string[]
  readonly read: ReadPlaces
}

async function maybeMessage(
  {address, name, place}: NeighbourLink,
  {known, published, read}: Around,
): Promise<Message | undefined> {
  if (!known.includes(name)) return published.includes(name) ? undefined : noSuchNeighbour(address, name, known)
  if (place === undefined) return undefined
  const places = await read(name)
  return places === undefined || isPlace(place, places) ? undefined : noSuchPlace(place, name, places)
}

/** The ids in the page of a brief; undefined where it has mistakes of its own, which its build tells. */
type ReadPlaces = (name: string) => Promise<ReadonlySet<string> | undefined>

/** Reads each brief once. */
function createReader(config: Config, effects: Effects): ReadPlaces {
  const pages = new Map<string, ReturnType<ReadPlaces>>()
  return async (name) => {
    const page = pages.get(name) ?? maybePlaces(name, config, effects)
    pages.set(name, page)
    return await page
  }
}

interface NeighbourLink {
  readonly address: string
  readonly name: string
  /** The place in its page; undefined where the link leads to the page as a whole, or to another file. */
  readonly place: string | undefined
}

/** Links one folder up and down again, or below the address at which the folder will stand. */
function neighbourLinks(document: Document, baseUrl: string | undefined): NeighbourLink[] {
  const addresses = new Set<string>()
  for (const tree of treesOf(document)) {
    visit(tree, 'element', ({properties: {href}}) => {
      if (typeof href === 'string') addresses.add(href)
    })
  }
  return [...addresses].flatMap((address): NeighbourLink[] => {
    const below = baseUrl !== undefined && address.startsWith(baseUrl) ? `../${address.slice(baseUrl.length)}` : address
    const [, name, page, place] = /^\.\.\/([^/?#.][^/?#]*)(\/(?:index\.html)?)?(?:#(.+))?$/.exec(below) ?? []
    if (name !== undefined && page !== undefined)
      return [{address, name: decoded(name), place: place && decoded(place)}]
    const [, folder] = /^\.\.\/([^/?#.][^/?#]*)\/./.exec(below) ?? []
    return folder === undefined ? [] : [{address, name: decoded(folder), place: undefined}]
  })
}

async function maybePlaces(name: string, config: Config, effects: Effects): Promise<ReadonlySet<string> | undefined> {
  const stages = {begin: () => {}, timings: () => ({})}
  try {
    const {document} = await readBrief(name, config, {...effects, stages})
    const ids = new Set(document.notes.flatMap(({id, calls}) => [id, ...calls]))
    for (const tree of treesOf(document)) {
      visit(tree, 'element', ({properties: {id}}) => {
        if (typeof id === 'string') ids.add(id)
      })
    }
    return ids
  } catch (cause) {
    if (cause instanceof AuthorError) return undefined
    throw cause
  }
}

/** The frame of a page has places too, and each figure one for its data. */
function isPlace(place: string, known: ReadonlySet<string>): boolean {
  if (known.has(place) || known.has(place.replace(/-(?:data|caption)$/, ''))) return true
  return isReserved(place) && !/^(?:note|call)-/.test(place)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
