import type {Element, Root} from 'hast'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {reservedId, secondId} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {plainText} from './element.ts'
import {headingText} from './headings.ts'

/**
 * Gives an id to every heading and numbered block that has none: the words of a heading, the kind and number of a block.
 * Ids that the author gave come first, so that they never change on account of others.
 */
export function assignIds(trees: readonly Root[], file: VFile): void {
  const targets = trees.flatMap(targetsOf)
  const used = new Set<string>()
  for (const target of targets) {
    const {id} = target.properties
    if (typeof id !== 'string') continue
    if (isReserved(id)) report(file, target, reservedId(id))
    if (used.has(id)) report(file, target, secondId(id))
    used.add(id)
  }
  for (const target of targets) target.properties = {id: unusedId(target, used), ...target.properties}
}

/** The ids that a document's own parts have: notes, their calls, and the frame of an edition. */
export function isReserved(id: string): boolean {
  return /^(?:note|call)-\d+(?:-\d+)?$/.test(id) || frameIds.includes(id)
}

/** Words joined by hyphens, in small letters of any script: "Wo es weh tut: 2021" gives `wo-es-weh-tut-2021`. */
export function slugOf(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}\p{Number}_]+/gu) ?? []
  return words.join('-')
}

function targetsOf(tree: Root): Element[] {
  const targets: Element[] = []
  visit(tree, 'element', (node) => {
    if (node.data?.marks?.section !== undefined || node.data?.marks?.numbered !== undefined) targets.push(node)
  })
  return targets
}

function unusedId(target: Element, used: Set<string>): string {
  const {id} = target.properties
  if (typeof id === 'string') return id
  const wanted = wantedId(target)
  let free = wanted
  for (let count = 2; used.has(free) || isReserved(free); count += 1) free = `${wanted}-${count}`
  used.add(free)
  return free
}

function wantedId(target: Element): string {
  const {numbered, number} = target.data?.marks ?? {}
  if (numbered !== undefined) return `${numbered}-${number ?? 0}`
  return slugOf(plainText(headingText(target))) || 'section'
}

const frameIds = [
  'galley',
  'notes',
  'text',
  'front-contents',
  'front-figures',
  'front-key-messages',
  'front-recommendations',
  'front-tables',
  'end-about',
  'end-cite',
  'end-corrections',
  'end-data',
  'end-notes',
]
