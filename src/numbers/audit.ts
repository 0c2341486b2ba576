import type {Document} from '../model/document.ts'
import type {ValueDefinition, Values} from '../model/values.ts'
import type {Printed} from '../printed.ts'
import type {Passage, Sentence} from '../prose/passage.ts'
import type {Prose} from '../prose/read-prose.ts'
import {maybeCompare, type Comparison} from './compare.ts'
import {collectFacts, type Fact} from './facts.ts'
import type {Mention} from './mention.ts'
import {quotations} from './quotations.ts'
import {scanNumbers} from './scan-numbers.ts'

/** Where a number comes from: the data, a declaration, its own form, or nowhere. */
export type State = 'bound' | 'declared' | 'structural' | 'loose'

/** A number of the text with what is known of it. */
export interface AuditedNumber {
  readonly mention: Mention
  readonly passage: Passage
  readonly sentence: Sentence | undefined
  readonly state: State
  /** What printed it, where something did. */
  readonly printed: Printed | undefined
  /** What the data have to say to a loose one. */
  readonly comparison: Comparison | undefined
}

export interface AuditInput {
  readonly prose: Prose
  readonly document: Document
  readonly values: Values
  readonly definitions: ReadonlyMap<string, ValueDefinition>
}

/** Finds the numbers of a document's text and where each comes from. Cells of data tables are the data themselves. */
export function auditNumbers(input: AuditInput): AuditedNumber[] {
  const {prose, document, values, definitions} = input
  const facts = collectFacts(values, definitions, document.frontMatter.lang)
  const byPassage = new Map<Passage, Sentence[]>(prose.passages.map((passage) => [passage, []]))
  for (const sentence of prose.sentences) byPassage.get(sentence.passage)?.push(sentence)
  return prose.passages.filter(isTyped).flatMap((passage) => {
    const sentences = byPassage.get(passage) ?? []
    const mentions = scanNumbers(passage.text, document.frontMatter.lang)
    return withPrinted(passage, mentions).map((mention) => audited(mention, {input, passage, sentences, facts}))
  })
}

function isTyped({spans, text}: Passage): boolean {
  return !spans.some(({kind, start, end}) => kind === 'cell' && start === 0 && end === text.length)
}

interface Around {
  readonly input: AuditInput
  readonly passage: Passage
  readonly sentences: readonly Sentence[]
  readonly facts: readonly Fact[]
}

/** Printed dates and texts are numbers of the brief too, where they hold digits. */
function withPrinted({text, spans}: Passage, mentions: readonly Mention[]): Mention[] {
  const more = spans.flatMap(({kind, start, end}): Mention[] => {
    const isSeen = mentions.some((mention) => mention.start < end && mention.end > start)
    const printed = text.slice(start, end)
    if (kind !== 'printed' || isSeen || !/\d/.test(printed)) return []
    return [{start, end, text: printed, role: 'quantity', kind: 'text'}]
  })
  return [...mentions, ...more].sort((a, b) => a.start - b.start)
}

function audited(mention: Mention, {input, passage, sentences, facts}: Around): AuditedNumber {
  const sentence = sentences.find(({start, end}) => start <= mention.start && mention.start < end)
  const printed = printedAt(mention, passage, input.document)
  const state = stateOf(mention, {passage, printed, definitions: input.definitions})
  const {quantity} = mention
  const comparison =
    state === 'loose' && quantity !== undefined && sentence !== undefined
      ? maybeCompare(
          {
            mention,
            quantity,
            sentence: sentence.text,
            start: mention.start - sentence.start,
            end: mention.end - sentence.start,
          },
          facts,
        )
      : undefined
  return {mention, passage, sentence, state, printed, comparison}
}

function printedAt({start, end}: Mention, {spans}: Passage, {printed}: Document): Printed | undefined {
  const span = spans.find((each) => each.kind === 'printed' && each.start < end && each.end > start)
  return span?.kind === 'printed' ? printed[span.printed] : undefined
}

function stateOf(
  mention: Mention,
  {
    passage,
    printed,
    definitions,
  }: {passage: Passage; printed: Printed | undefined; definitions: AuditInput['definitions']},
): State {
  if (printed !== undefined) return stateOfPrinted(printed, mention, definitions)
  if (mention.role === 'structural' || isOfProgram(mention, passage)) return 'structural'
  if (passage.kind === 'note' || passage.kind === 'source-line' || passage.kind === 'quotation') return 'declared'
  const isQuoted = quotations(passage.text).some(({start, end}) => start <= mention.start && mention.end <= end)
  return isQuoted ? 'declared' : 'loose'
}

/** A text that values.yaml holds comes from no data: it counts as declared where it has a source. */
function stateOfPrinted({origin}: Printed, {role}: Mention, definitions: AuditInput['definitions']): State {
  switch (origin.kind) {
    case 'typed':
      return role === 'structural' ? 'structural' : 'loose'
    case 'literal':
      return 'declared'
    case 'value': {
      const definition = definitions.get(origin.name)
      if (definition?.form !== 'text') return 'bound'
      return definition.source === undefined ? (role === 'structural' ? 'structural' : 'loose') : 'declared'
    }
    default:
      return 'bound'
  }
}

function isOfProgram({start, end}: Mention, {spans}: Passage): boolean {
  return spans.some((span) => span.kind !== 'printed' && span.start < end && span.end > start)
}
