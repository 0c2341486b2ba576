import type {FrontMatter} from '../../model/brief.ts'
import type {Prose} from '../../prose/read-prose.ts'
import type {Finding} from '../finding.ts'
import {checkAbbreviations} from './abbreviations.ts'
import {checkNotes} from './notes.ts'
import {checkNumbering} from './numbering.ts'
import {checkPairs} from './pairs.ts'
import {checkRelativeDates} from './relative-dates.ts'
import {checkSourceDates} from './source-dates.ts'

/** What the checks of slips look at. */
export interface SlipInput {
  readonly prose: Prose
  readonly frontMatter: FrontMatter
}

/** Finds slips of the editor's kind, that a program can find. */
export function checkSlips(input: SlipInput): Finding[] {
  return [checkPairs, checkNumbering, checkRelativeDates, checkNotes, checkSourceDates, checkAbbreviations].flatMap(
    (check) => check(input),
  )
}
