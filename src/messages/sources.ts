import {maybeCellNote} from './cell-note.ts'
import {error, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

// Messages about files as such, and about YAML and JSON whatever they say.

export function unknownBrief(name: string, known: readonly string[]): Message {
  const candidates = nearest(name, known)
  if (known.length === 0) {
    const note = `Make the folder \`content/${name}/\` and write the narrative in \`brief.md\` in it, or name the project's folder with \`--project\`.`
    return error(
      'source-brief-unknown',
      `Unexpected brief \`${name}\`, expected a folder of that name in \`content/\``,
      note,
    )
  }
  return error(
    'source-brief-unknown',
    `Unexpected brief \`${name}\`, expected ${listed(candidates.length > 0 ? candidates : known.slice(0, 10))}`,
    'Correct the name, or make a folder of that name in `content/` with a `brief.md` in it.',
  )
}

export function missingNarrative(path: string): Message {
  return error(
    'source-narrative-missing',
    `Unexpected folder without a narrative, expected the file \`${path}\``,
    `Write the brief in \`${path}\`: front matter between \`---\` lines, with a \`title\`, then Markdown.`,
  )
}

export function notUtf8(byte: number): Message {
  const written = `0x${byte.toString(16).padStart(2, '0').toUpperCase()}`
  return error(
    'source-not-utf-8',
    `Unexpected byte \`${written}\`, expected text in UTF-8`,
    'Save the file again with the encoding UTF-8 (in a spreadsheet: "CSV UTF-8"), and check its accented letters.',
  )
}

export function unreadableFile(kind: 'outside' | 'too-large' | 'unreadable'): Message {
  if (kind === 'outside') {
    return error(
      'source-outside',
      'Unexpected link out of the project, expected a file inside its folder',
      'Copy the file to this place instead of linking to it.',
    )
  }
  if (kind === 'too-large') {
    return error(
      'source-too-large',
      'Unexpected file of more than 256 MB, expected the data of a brief',
      'Aggregate or filter the file before it comes to the brief, or move it out of the folder if the brief does not use it.',
    )
  }
  return error(
    'source-unreadable',
    'Unexpected file that cannot be opened, expected one that may be read',
    'Check who may read the file: `ls -l` shows it.',
  )
}

/** What authors meet most often, by the parser's words, in theirs. */
const yamlMistakes: readonly (readonly [said: RegExp, reason: string, note: string])[] = [
  [
    /Nested mappings are not allowed/,
    'Unexpected `: ` inside a value, expected the value in quotes',
    'Put a text between double quotes; put an entry of its own in braces, `name: {sum: table.column}`, or on the next line.',
  ],
  [
    /^Flow (?:map|sequence).* end with/,
    'Unexpected end of an entry, expected its closing `}` or `]`',
    'Close the brace or bracket that the entry opens, or put the whole value between double quotes.',
  ],
  [
    /items must start at the same column|must be (?:sufficiently|more) indented|less-indented/,
    'Unexpected indentation, expected that of the entries beside it',
    'Begin entries that belong together in the same column, with two more spaces for each level.',
  ],
  [
    /Missing , (?:or : )?between|Block collections are not allowed within flow|Unexpected scalar token/,
    'Unexpected text inside braces or brackets, expected a comma between entries',
    'Put a comma between the entries, and texts with commas, colons, braces or quotes between quotes.',
  ],
  [
    /block-seq-ind on same line/,
    'Unexpected `- ` after a name, expected it on a line of its own',
    'Begin the list on the next line, or put the value between double quotes if it is a text.',
  ],
  [
    /Invalid escape sequence/,
    'Unexpected `\\` in a value between double quotes, expected single quotes around it',
    'Put the value between single quotes, where a backslash is no more than that, or write `\\\\`.',
  ],
  [
    /Unresolved alias|Alias cannot be/,
    'Unexpected `*` at the beginning of a value, expected the value in quotes',
    'Put the whole value between double quotes.',
  ],
  [
    /Unexpected scalar at node end/,
    'Unexpected text after the end of a value, expected it inside the quotes or on a line of its own',
    "Put the whole value between quotes, or begin a new entry on the next line; a quotation mark inside of it is written `\\\"` in double and `''` in single ones.",
  ],
  [
    /Comments must be separated/,
    'Unexpected `#`, expected a space before it or the value in quotes',
    'Put the value between double quotes if it holds `#`.',
  ],
  [
    /Implicit (?:map )?keys need/,
    'Unexpected line without a name, expected `name: value`',
    'Write `name: value`, or indent the line if it continues the value above.',
  ],
  [/Tabs are not allowed/, 'Unexpected tab before a name, expected spaces', 'Indent with two spaces.'],
  [
    /Plain value cannot start/,
    'Unexpected character at the beginning of a value, expected the value in quotes',
    'Put the whole value between double quotes.',
  ],
  [
    /Missing closing .quote/,
    'Unexpected quotation mark without its pair, expected another at the end of the value',
    "Close the quotation; a quotation mark inside of it is written `\\\"` in double and `''` in single ones.",
  ],
]

/** `detail` is what the parser says. */
export function yamlSyntax(detail: string): Message {
  const [, reason, note] = yamlMistakes.find(([said]) => said.test(detail)) ?? [
    undefined,
    `Unexpected YAML (${detail.replace(/\.$/, '')}), expected \`name: value\` lines`,
    'Check the quotes, brackets and indentation here and on the line above; put values with special characters in quotes.',
  ]
  return error('source-yaml-syntax', reason, note)
}

export function yamlDuplicateName(name: string): Message {
  return error(
    'source-yaml-duplicate',
    `Unexpected second \`${name}\`, expected each name once`,
    'Remove one of the two, or rename it.',
  )
}

export function yamlUnquotedExpression(text: string): Message {
  return error(
    'source-yaml-unquoted-expression',
    `Unexpected \`${text}\` without quotes, expected a text`,
    `A value that begins with \`{{\` needs quotes: write \`'${text}'\`.`,
  )
}

export function jsonSyntax(found: string | undefined, expected: string): Message {
  const shown = found === undefined ? 'end of the file' : found === '\n' ? 'end of the line' : `\`${found}\``
  return error(
    'source-json-syntax',
    `Unexpected ${shown}, expected ${expected}`,
    'Correct the JSON here: names and texts in double quotes, a comma between entries and none after the last, no comments.',
  )
}

export function jsonDuplicateName(name: string): Message {
  return error(
    'source-json-duplicate',
    `Unexpected second \`${name}\`, expected each name once`,
    'Remove one of the two, or rename it.',
  )
}

/** `kind` is what stands there ("number", "list"), `expected` what should. */
export function wrongType(kind: string, expected: string): Message {
  return error('shape-wrong-type', `Unexpected ${kind}, expected ${expected}`, typeNote(kind, expected))
}

function typeNote(kind: string, expected: string): string {
  if (expected.startsWith('text') && kind !== 'map' && kind !== 'list') return 'Put the value in quotes.'
  return 'Correct the value; the documentation lists what each entry may be.'
}

export function wrongValue(written: string, expected: string, known: readonly string[] = []): Message {
  const candidates = nearest(written, known)
  const reason = `Unexpected \`${written}\`, expected ${candidates.length > 0 ? listed(candidates) : expected}`
  if (candidates.length > 0) return error('shape-wrong-value', reason, `Correct the value: ${expected}.`)
  const note = expected.startsWith('a date') ? maybeCellNote(written, 'date') : undefined
  return error('shape-wrong-value', reason, note ?? 'Correct the value.')
}

export function missingName(name: string, owner: string): Message {
  return error(
    'shape-missing-name',
    `Unexpected ${owner} without \`${name}\`, expected \`${name}\``,
    `Add \`${name}\` to the ${owner}.`,
  )
}

/** A name that the program does not know would be left out of the brief without a word. */
export function unknownName(name: string, owner: string, known: readonly string[]): Message {
  const candidates = nearest(name, known)
  return error(
    'shape-unknown-name',
    `Unexpected \`${name}\` in the ${owner}, expected ${listed(candidates.length > 0 ? candidates : known)}`,
    'Correct the name, or remove the entry.',
  )
}

export function missingFrontMatter(): Message {
  return error(
    'front-matter-missing',
    'Unexpected narrative without front matter, expected `---` on its first line',
    'Begin the file with a line `---`, then `title: ...` and what else is known about the brief, then a line `---`.',
  )
}

export function unclosedFrontMatter(): Message {
  return error(
    'front-matter-unclosed',
    'Unexpected front matter without an end, expected a second line `---`',
    'Put a line `---` between the front matter and the text.',
  )
}
