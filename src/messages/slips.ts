import {warning, type Message} from './message.ts'

// Messages about slips of the text that a program can find: `brief check`.

export function slipGap(found: string, expected: string): Message {
  return warning(
    'slip-numbering-gap',
    `Unexpected \`${found}\` in a list, expected \`${expected}\``,
    'Number the parts one after another, or add the one that is missing.',
  )
}

export function slipQuotes(mark: string): Message {
  return warning(
    'slip-quotation-marks',
    `Unexpected quotation mark \`${mark}\` without its other half, expected a pair`,
    'Add the missing mark, or remove this one.',
  )
}

export function slipBrackets(mark: string): Message {
  return warning(
    'slip-brackets',
    `Unexpected bracket \`${mark}\` without its other half, expected a pair`,
    'Add the missing bracket, or remove this one.',
  )
}

export function slipNotePunctuation(found: string): Message {
  return warning(
    'slip-note-punctuation',
    `Unexpected punctuation \`${found}\` in a note, expected a full stop at its end and nothing left over`,
    'Remove what an edit has left, or add what is missing.',
  )
}

export function slipIbid(word: string): Message {
  return warning(
    'slip-ibid',
    `Unexpected \`${word}\` in a note, expected the source by its name`,
    'Write the short form, as “Author, “Title””: notes move, and then it points to another source.',
  )
}

/** `title` of the source, `first` the number of the note that has it in full. */
export function slipCitedTwice(title: string, first: number): Message {
  return warning(
    'slip-cited-twice',
    `Unexpected second full citation of ${title}, expected a short form after note ${first}`,
    'Cite it in full once; afterwards author and title are enough.',
  )
}

export function slipSourceEarly(source: string, event: string): Message {
  return warning(
    'slip-source-early',
    `Unexpected source of ${source} for what is said of ${event}, expected a later one`,
    'Check the date, or cite a source that could know of it.',
  )
}

export function slipRelativeDate(words: string): Message {
  return warning(
    'slip-relative-date',
    `Unexpected \`${words}\`, expected a date that stays true`,
    'Write the month and year: a brief is read long after its date.',
  )
}

export function slipAbbreviation(short: string): Message {
  return warning(
    'slip-abbreviation',
    `Unexpected abbreviation \`${short}\`, expected its meaning somewhere`,
    `Write it out at its first use, as “the Full Name (${short})”, or add it to \`abbreviations\` in the front matter.`,
  )
}
