import type {VFile} from 'vfile'
import {LineCounter, parseDocument} from 'yaml'
import {report} from '../messages/message.ts'
import {jsonDuplicateName, jsonSyntax} from '../messages/sources.ts'
import {findJsonError} from './find-json-error.ts'
import {placeDocument} from './place-document.ts'
import type {Placed} from './placed.ts'
import {pointAt} from './point-at.ts'

/**
 * Parses JSON and reports its mistakes on the file.
 *
 * @returns undefined when the text is not JSON
 */
export function parseJson(text: string, file: VFile): Placed | undefined {
  const wrong = findJsonError(text)
  if (wrong) {
    report(file, pointAt(text, wrong.offset), jsonSyntax(text[wrong.offset], wrong.expected))
    return undefined
  }
  const value: unknown = JSON.parse(text)
  // Places are wanted for messages only; a large file is not parsed again without need.
  let places: Placed | undefined
  const placed = (): Placed => (places ??= placeJson(text, value))
  return {
    value,
    at: (path) => placed().at(path),
    nameAt: (path) => placed().nameAt(path),
    written: (path) => placed().written(path),
  }
}

/** Reports names that stand twice in a map: JSON takes the last without a word. */
export function reportDuplicateNames(text: string, file: VFile): void {
  // The parser that knows the places takes its time; counting tells whether there is anything to find.
  if (countNames(text) === countMembers(JSON.parse(text))) return
  const document = parseDocument(text, {prettyErrors: false, logLevel: 'silent'})
  for (const error of document.errors) {
    if (error.code !== 'DUPLICATE_KEY') continue
    const name = /"((?:[^"\\]|\\.)*)"/y
    name.lastIndex = error.pos[0]
    report(file, pointAt(text, error.pos[0]), jsonDuplicateName(name.exec(text)?.[1] ?? ''))
  }
}

/** JSON is YAML: the parser of YAML knows where everything stands. */
function placeJson(text: string, value: unknown): Placed {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {lineCounter, prettyErrors: false, logLevel: 'silent', uniqueKeys: false})
  return placeDocument(document, lineCounter, value)
}

/** Names in the text of JSON: a string before a colon is always one. */
function countNames(text: string): number {
  let count = 0
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon !== undefined) count += 1
  return count
}

/** Names in the value of JSON, where the last of a name has replaced the others. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value).reduce((sum: number, part) => sum + countMembers(part), 0)
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length)
}
