import {anyOf, oneOf} from './candidates.ts'
import {error, type Message} from './message.ts'
import {listed} from './nearest.ts'

export function unknownDirective(name: string, known: Iterable<string>): Message {
  return error(
    'document-directive-unknown',
    `Unexpected directive \`${name}\`, expected ${oneOf(name, known, 'a directive that exists')}`,
    'Correct the name; a line of text that begins with colons can be written with a backslash before them.',
  )
}

export function directiveForm(written: string, ...expected: readonly string[]): Message {
  return error(
    'document-directive-form',
    `Unexpected \`${written}\`, expected ${listed(expected)}`,
    'A directive on one line has two colons and no closing line; one around a block has three, and `:::` on the line after the block.',
  )
}

export function malformedDirective(line: string): Message {
  return error(
    'document-directive-malformed',
    `Unexpected line \`${line}\`, expected a directive such as \`::name[Headline]{key="value"}\``,
    'Write all of it on one line: the name directly after the colons, directly after it the headline in square brackets, then the attributes in braces with spaces between them. Close every bracket, brace and quotation mark, which must be a straight one.',
  )
}

export function unclosedDirective(name: string): Message {
  return error(
    'document-directive-unclosed',
    `Unexpected end of \`:::${name}\`, expected a closing line \`:::\``,
    'Put a line of three colons after the block; an outer block needs more colons than the blocks in it.',
  )
}

export function unknownAttribute(directive: string, name: string, known: Iterable<string>): Message {
  return error(
    'document-attribute-unknown',
    `Unexpected attribute \`${name}\` of \`${directive}\`, expected ${oneOf(name, known, anyOf(known, 'none'))}`,
    'Correct the name of the attribute or remove it.',
  )
}

export function missingAttribute(directive: string, name: string): Message {
  return error(
    'document-attribute-missing',
    `Unexpected \`${directive}\` without \`${name}\`, expected \`${name}="..."\``,
    `Add \`${name}="..."\` inside the braces of the directive.`,
  )
}

export function attributeValue(name: string, value: string, known: Iterable<string>): Message {
  return error(
    'document-attribute-value',
    `Unexpected \`${name}="${value}"\`, expected ${oneOf(value, known, anyOf(known, 'another value'))}`,
    `Use a value that \`${name}\` can have, or remove the attribute.`,
  )
}

export function missingLabel(directive: string): Message {
  return error(
    'document-label-missing',
    `Unexpected \`${directive}\` without a headline, expected \`${directive}[Headline]\``,
    'Write the headline in square brackets directly after the name.',
  )
}

export function unexpectedLabel(directive: string): Message {
  return error(
    'document-label-unexpected',
    `Unexpected headline in \`${directive}[...]\`, expected none`,
    'Remove the square brackets; the template gives this block its heading.',
  )
}

export function secondKeyMessages(): Message {
  return error(
    'document-key-messages-twice',
    'Unexpected second `:::key-messages`, expected at most one',
    'Put all key messages into one list.',
  )
}

export function keyMessagesWithoutList(): Message {
  return error(
    'document-key-messages-list',
    'Unexpected `:::key-messages` without a list, expected one',
    'Begin each message with `- `.',
  )
}

/** @param missing what there should be, and where */
export function emptyListing(written: string, missing: string): Message {
  return error(
    'document-listing-empty',
    `Unexpected \`${written}\` with nothing to list, expected ${missing}`,
    'Add some there, or remove the directive.',
  )
}

export function tooDeep(most: number): Message {
  return error(
    'document-too-deep',
    `Unexpected nesting of more than ${most} levels, expected fewer`,
    'Take quotations, lists, blocks or elements out of each other; where signs such as `>` are meant as text, write a backslash before the first.',
  )
}
