import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {numbersCoincidence, numbersContradiction, numbersLoose} from '../messages/numbers.ts'
import {locate} from '../prose/locate.ts'
import type {Passage} from '../prose/passage.ts'
import {readProse} from '../prose/read-prose.ts'
import type {ReadBrief} from '../read-brief.ts'
import {checkArithmetic} from './arithmetic.ts'
import {auditNumbers, type AuditedNumber} from './audit.ts'
import type {Finding} from './finding.ts'
import {checkSlips} from './slips/check-slips.ts'

/** The text that was checked, and its numbers, in reading order. */
export interface CheckedText {
  readonly numbers: readonly AuditedNumber[]
  readonly passages: readonly Passage[]
}

/**
 * Checks what a brief says: where each of its numbers comes from, whether its figures can be true together, and slips
 * that a program can find. What is found is left on the files that it stands in.
 *
 */
export function checkBrief({inputs, merged, document}: ReadBrief): CheckedText {
  const {narrative, definitions} = merged.brief
  const prose = readProse(document, narrative.path)
  const numbers = auditNumbers({prose, document, values: merged.values, definitions: definitions.values})
  const findings = [
    ...numbers.flatMap(findingOf),
    ...checkArithmetic(numbers),
    ...checkSlips({prose, frontMatter: document.frontMatter}),
  ]
  for (const finding of findings) leave(finding, inputs, narrative)
  return {numbers, passages: prose.passages}
}

function findingOf({state, mention, passage, comparison}: AuditedNumber): Finding[] {
  if (state !== 'loose') return []
  const {start, end, text} = mention
  if (comparison === undefined) return [{passage, start, end, message: numbersLoose(text)}]
  const {verdict, fact} = comparison
  const of = {subject: fact.expression, figure: fact.text}
  const message = verdict === 'contradiction' ? numbersContradiction(text, of) : numbersCoincidence(text, of)
  return [{passage, start, end, message}]
}

function leave({passage, start, end, message}: Finding, inputs: readonly VFile[], narrative: VFile): void {
  const file = inputs.find(({path}) => path === passage.path) ?? narrative
  report(file, locate(passage, {start, end}, String(file)), message)
}
