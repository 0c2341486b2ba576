import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {uncoveredCharacters} from '../messages/editions.ts'
import {report} from '../messages/message.ts'

/** Reports characters that no font of the template has, where the narrative has the first of them, if it has one. */
export function reportUncovered(narrative: VFile, characters: Iterable<string>): void {
  const found = [...new Set(characters)].sort()
  if (found.length > 0) report(narrative, placeOfFirst(String(narrative.value), found), uncoveredCharacters(found))
}

function placeOfFirst(text: string, characters: readonly string[]): Point | undefined {
  const offsets = characters.map((character) => text.indexOf(character)).filter((offset) => offset !== -1)
  if (offsets.length === 0) return undefined
  const lines = text.slice(0, Math.min(...offsets)).split('\n')
  return {line: lines.length, column: (lines.at(-1) ?? '').length + 1}
}
