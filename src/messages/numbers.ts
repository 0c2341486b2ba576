import {error, notice, warning, type Message} from './message.ts'

// Messages of the audit of prose: `brief check`. `text` is a number as it stands in the text.

/** `subject` is what the number counts as a fact of the data is written, `figure` what the data have. */
export function numbersContradiction(text: string, {subject, figure}: {subject: string; figure: string}): Message {
  const reason = `Unexpected \`${text}\`, expected \`${figure}\`, which the data have as ${subject}`
  const note = isValue(subject) ? `Write ${subject} instead of the number, or correct the data.` : bindNote(text)
  return error('numbers-contradiction', reason, note)
}

export function numbersCoincidence(text: string, {subject, figure}: {subject: string; figure: string}): Message {
  const reason = `Unexpected typed number \`${text}\`, expected what follows the data: ${subject} is \`${figure}\``
  const note = isValue(subject) ? `Write ${subject}; ${declareNote(text)}` : bindNote(text)
  return warning('numbers-coincidence', reason, note)
}

export function numbersLoose(text: string): Message {
  return notice(
    'numbers-loose',
    `Unexpected typed number \`${text}\`, expected a value or a declaration`,
    bindNote(text),
  )
}

/** `whole` is what the percentage is of. */
export function numbersImpossibleShare(text: string, whole: string): Message {
  const reason = `Unexpected \`${text}\` of \`${whole}\`, expected a share that a whole number of ${whole} gives`
  return error('numbers-impossible-share', reason, 'Correct the percentage or the number that it is a share of.')
}

export function numbersPartExceeds(part: string, whole: string): Message {
  const reason = `Unexpected part \`${part}\` of the whole \`${whole}\`, expected no more than the whole`
  return error('numbers-part-exceeds', reason, 'Correct one of the two numbers.')
}

export function numbersSum(total: string, parts: readonly string[], sum: string): Message {
  const reason = `Unexpected total \`${total}\`, expected \`${sum}\`, which ${parts.join(' + ')} add up to`
  return error('numbers-sum', reason, 'Correct the total or its parts, or say what the parts leave out.')
}

export function numbersChange(text: string, {from, to, change}: {from: string; to: string; change: string}): Message {
  const reason = `Unexpected change \`${text}\`, expected \`${change}\`, as from ${from} to ${to}`
  return error('numbers-change', reason, 'Correct the change or the numbers that it is computed from.')
}

export function numbersEcho(digits: string, words: string): Message {
  const reason = `Unexpected \`(${digits})\` after \`${words}\`, expected the same number`
  return error('numbers-echo', reason, 'Correct one of the two.')
}

function bindNote(text: string): string {
  return `Define a value in \`values.yaml\` and write its name in double braces; ${declareNote(text)}`
}

function declareNote(text: string): string {
  return `if it does not come from the data, declare it: \`{{literal "${text}" source="..."}}\`.`
}

function isValue(subject: string): boolean {
  return subject.startsWith('{{')
}
