import type {Document} from '../model/document.ts'
import type {Passage, Sentence} from './passage.ts'
import {readPassages} from './read-passages.ts'
import {splitSentences} from './split-sentences.ts'

/** What a document says, passage by passage and sentence by sentence. */
export interface Prose {
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
}

/**
 * Reads the text of a document in the order of its readers, with what was printed by values, what the program wrote and
 * the places of all of it.
 *
 * @param path of the narrative, relative to the project
 */
export function readProse(document: Document, path: string): Prose {
  const passages = readPassages(document, path)
  return {passages, sentences: passages.flatMap(splitSentences)}
}
