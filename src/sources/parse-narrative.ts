import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {missingFrontMatter, unclosedFrontMatter} from '../messages/sources.ts'
import {parseYaml} from './parse-yaml.ts'
import type {Placed} from './placed.ts'

export interface Narrative {
  /** Undefined when there is none that can be read; a message says why. */
  readonly frontMatter: Placed | undefined
  /** The Markdown after the front matter. */
  readonly body: string
  /** The line of the file that the body starts on. */
  readonly bodyLine: number
}

const OPENING = /^---[ \t]*\n/
const CLOSING = /^---[ \t]*(?:\n|$)/m

/** Splits a narrative into its front matter, with the places of its entries in the file, and its body. */
export function parseNarrative(file: VFile): Narrative {
  const text = String(file)
  const opening = OPENING.exec(text)?.[0]
  if (opening === undefined) {
    report(file, {line: 1, column: 1, offset: 0}, missingFrontMatter())
    return {frontMatter: undefined, body: text, bodyLine: 1}
  }
  const closing = CLOSING.exec(text.slice(opening.length))
  if (!closing) {
    report(file, {line: 1, column: 1, offset: 0}, unclosedFrontMatter())
    return {frontMatter: undefined, body: '', bodyLine: 1}
  }
  const end = opening.length + closing.index
  const bodyStart = end + closing[0].length
  return {
    // With its opening line, which is YAML's own mark of a beginning: places are those of the file.
    frontMatter: parseYaml(text.slice(0, end), file),
    body: text.slice(bodyStart),
    bodyLine: text.slice(0, bodyStart).split('\n').length,
  }
}
