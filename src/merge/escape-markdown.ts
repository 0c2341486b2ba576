const markup = /[\\`*_{}[\]()<>#+\-.!|~&:@$"'^=]/
/** A line that holds nothing yet, or only the marks of quotes, lists and tables: what follows may begin a block. */
const blockStart = /^[\s>*+\-|:\d.)]*$/

/**
 * A text as Markdown that reads exactly as that text wherever it lands: in a paragraph, a table cell, a link's text, a
 * directive's label or attribute, raw HTML. What could be markup becomes a character reference, which all of these
 * understand; line ends become spaces.
 *
 * @param before the line so far that the text will continue
 */
export function escapeMarkdown(text: string, before: string): string {
  const line = onOneLine(text)
  return line.replace(/[^]/g, (character, index: number) => {
    const first = index === 0
    if (character === ' ') return first || index === line.length - 1 ? reference(character) : character
    if (/\d/.test(character)) return first && blockStart.test(before) ? reference(character) : character
    if (character === '.' && isBetweenDigits(line, index)) return character
    return character === '\t' || markup.test(character) ? reference(character) : character
  })
}

/** A text for inside of code, where character references would show; it cannot end the code. */
export function escapeCode(text: string): string {
  return onOneLine(text).replaceAll('`', 'ˋ').replaceAll('~', '∼')
}

function onOneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ')
}

function isBetweenDigits(text: string, index: number): boolean {
  return /^\d$/.test(text[index - 1] ?? '') && /^\d$/.test(text[index + 1] ?? '')
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
