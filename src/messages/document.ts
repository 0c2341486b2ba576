import {anyOf, oneOf} from './candidates.ts'
import {error, warning, type Message} from './message.ts'

// Charts, images and tables.

export function unknownChart(name: string, known: Iterable<string>): Message {
  const key = name.replace(/^charts\//, '').replace(/(?:\.vl)?\.json$/, '')
  return error(
    'document-chart-unknown',
    `Unexpected chart \`${name}\`, expected ${oneOf(key, known, `a file \`charts/${key}.vl.json\``)}`,
    `Add \`charts/${key}.vl.json\` to the brief's folder, or correct the name in \`spec\`, which is that of the file without \`.vl.json\`.`,
  )
}

export function chartWithoutAlt(spec: string): Message {
  return warning(
    'document-chart-without-alt',
    `Unexpected chart \`${spec}\` without a text alternative, expected \`alt="..."\``,
    'Say in `alt`, or in `description` of the chart file, what the chart shows, for readers who cannot see it.',
  )
}

export function imageWithoutAlt(src: string): Message {
  return warning(
    'document-image-without-alt',
    `Unexpected image \`${src}\` without a text alternative, expected \`alt="..."\` or \`![...](${src})\``,
    'Say there what the image shows, for readers who cannot see it.',
  )
}

export function missingImage(src: string, known: Iterable<string>): Message {
  return error(
    'document-image-missing',
    `Unexpected image \`${src}\`, expected ${oneOf(src, known, 'a file in the folder of the brief')}`,
    'Put the image into the folder of the brief, or correct its path.',
  )
}

export function imageKind(src: string): Message {
  return error(
    'document-image-kind',
    `Unexpected image \`${src}\`, expected a file that ends in .png, .jpg, .svg, .webp, .avif or .gif`,
    'Save the picture in one of these kinds; SVG is best for drawings, PNG for screens, JPEG for photographs.',
  )
}

export function outsideImage(src: string): Message {
  return error(
    'document-image-outside',
    `Unexpected image \`${src}\`, expected a path inside the folder of the brief`,
    'Copy the image into the folder of the brief and name it by its path in there; images from elsewhere are not read.',
  )
}

export function unknownTable(name: string, known: Iterable<string>): Message {
  return error(
    'document-table-unknown',
    `Unexpected table \`${name}\`, expected ${oneOf(name, known, 'a resource or view of the brief')}`,
    'Name a resource of `datapackage.json` or a view of `values.yaml`.',
  )
}

export function unknownColumn(table: string, name: string, known: Iterable<string>): Message {
  return error(
    'document-column-unknown',
    `Unexpected column \`${name}\` of table \`${table}\`, expected ${oneOf(name, known, 'a column that it has')}`,
    'Use the name of a field, not its title.',
  )
}

export function unknownRow(table: string, head: string, known: Iterable<string>): Message {
  return error(
    'document-row-unknown',
    `Unexpected row \`${head}\` of table \`${table}\`, expected ${oneOf(head, known, 'a row that it has')}`,
    'Name the row by the text of its first cell.',
  )
}

export function malformedCalls(entry: string): Message {
  return error(
    'document-calls-malformed',
    `Unexpected \`${entry}\` in \`calls\`, expected \`row/column=label\``,
    'Write the row by its head, a slash, the name of the column, an equals sign and the label of the note; separate several by semicolons.',
  )
}

export function emptyTable(): Message {
  return error(
    'document-table-empty',
    'Unexpected `:::table` without a table in it, expected one',
    'Put a Markdown table between the directive and its closing line, or use `::table` with `data="..."`.',
  )
}

// Notes.

export function undefinedNote(label: string, known: Iterable<string>): Message {
  const calls = Array.from(known, (each) => `[^${each}]`)
  return error(
    'document-note-undefined',
    `Unexpected note \`[^${label}]\` without a definition, expected ${oneOf(`[^${label}]`, calls, `\`[^${label}]: ...\``)}`,
    `Add \`[^${label}]: ...\` to the narrative or correct the label; write \`\\[^\` where no note is meant.`,
  )
}

export function secondNote(label: string): Message {
  return error(
    'document-note-twice',
    `Unexpected second definition of note \`[^${label}]\`, expected one`,
    'Give the notes different labels, or remove one of the definitions.',
  )
}

export function unusedNote(label: string): Message {
  return warning(
    'document-note-unused',
    `Unexpected note \`[^${label}]\` that nothing calls, expected a call`,
    `Call it with \`[^${label}]\` where it belongs, or remove it; it is left out.`,
  )
}

export function noteInLink(label: string): Message {
  return error(
    'document-note-in-link',
    `Unexpected note \`[^${label}]\` inside a link, expected it after the link`,
    'Move the call behind the closing parenthesis of the link.',
  )
}

export function inlineNote(): Message {
  return error(
    'document-note-inline',
    'Unexpected note `^[...]`, expected `[^label]`',
    'Write `[^label]` here and `[^label]: ...` in a paragraph of its own; write `\\^[` where no note is meant.',
  )
}

// Headings, references and links.

export function headingSkip(written: number, expected: number): Message {
  return warning(
    'document-heading-skip',
    `Unexpected heading with ${written} \`#\`, expected at most ${expected}`,
    'Go down one level at a time; the heading is set one level below the one before it.',
  )
}

export function headingClass(name: string): Message {
  return error(
    'document-heading-class',
    `Unexpected \`${name}\` after a heading, expected \`{#id}\`, \`{.unnumbered}\` or \`{#id .unnumbered}\``,
    'Correct or remove what stands in braces; write `\\{` where braces are meant.',
  )
}

export function secondId(id: string): Message {
  return error(
    'document-id-twice',
    `Unexpected second \`#${id}\`, expected identifiers to be unique`,
    'Give one of the two another identifier, and correct the references to it.',
  )
}

export function reservedId(id: string): Message {
  return error(
    'document-id-reserved',
    `Unexpected identifier \`#${id}\`, expected one that the program does not use itself`,
    'Choose another identifier.',
  )
}

export function unknownReference(id: string, known: Iterable<string>): Message {
  return error(
    'document-reference-unknown',
    `Unexpected reference to \`#${id}\`, expected ${oneOf(id, known, anyOf(known, 'an identifier of this brief'))}`,
    'Correct the identifier, or give it to a heading, figure, table, box or recommendation with `{#...}`.',
  )
}

export function referenceForm(id: string): Message {
  return error(
    'document-reference-form',
    `Unexpected link to \`${id}\`, expected \`#${id}\``,
    `Write \`[](#${id})\`: what stands in this brief is referred to with \`#\`, and named by the program.`,
  )
}

export function linkScheme(url: string): Message {
  return error(
    'document-link-scheme',
    `Unexpected link to \`${url}\`, expected http:, https:, mailto:, tel:, an identifier or a relative path`,
    'Correct the address or remove the link.',
  )
}

// Raw HTML.

export function droppedHtml(name: string): Message {
  return warning(
    'document-html-dropped',
    `Unexpected HTML element \`${name}\`, expected Markdown or an element that is allowed`,
    'The element is left out; remove it, or say it in Markdown.',
  )
}

/** @param attribute as trees call it: `className` */
export function droppedHtmlAttribute(name: string, attribute: string): Message {
  const written = attribute === 'className' ? 'class' : attribute.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase()
  return warning(
    'document-html-attribute-dropped',
    `Unexpected attribute \`${written}\` of HTML element \`${name}\`, expected one that is allowed`,
    'The attribute is left out; remove it.',
  )
}
