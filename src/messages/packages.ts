import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

// Messages about datapackage.json.

export function missingPackage(path: string): Message {
  return error(
    'package-missing',
    `Unexpected data file without a description, expected the file \`${path}\``,
    'Describe the file in a `datapackage.json` beside it: its fields, their types and its source.',
  )
}

export function duplicateResource(name: string): Message {
  return error(
    'package-resource-duplicate',
    `Unexpected second resource \`${name}\`, expected unique names`,
    'Rename one of the two.',
  )
}

export function duplicateField(name: string, resource: string): Message {
  return error(
    'package-field-duplicate',
    `Unexpected second field \`${name}\` of \`${resource}\`, expected unique names`,
    'Rename one of the two, here and in the header of the file.',
  )
}

export function outsidePath(path: string): Message {
  return error(
    'package-path-outside',
    `Unexpected path \`${path}\`, expected a file beside \`datapackage.json\``,
    'Copy the file to the folder of `datapackage.json` or below it, and name it relative to it, with forward slashes.',
  )
}

export function unsupportedFile(path: string): Message {
  return error(
    'package-file-unsupported',
    `Unexpected kind of file \`${path}\`, expected \`.csv\`, \`.tsv\`, \`.json\`, \`.xlsx\` or \`.parquet\``,
    'Save the data as CSV in UTF-8.',
  )
}

/** A property that is nearly one that the program reads: others are allowed, this is more likely a slip. */
export function misspelledProperty(name: string, known: string): Message {
  return warning(
    'package-property-misspelled',
    `Unexpected \`${name}\`, expected \`${known}\``,
    'Correct the name; as it is, the entry has no effect.',
  )
}

/** `owner` is what names the field: "primary key of `attacks`". */
export function unknownField(name: string, owner: string, known: readonly string[]): Message {
  return error(
    'package-field-unknown',
    `Unexpected field \`${name}\` in the ${owner}, expected ${listed(candidatesOf(name, known))}`,
    'Correct the name, or add the field to `fields`.',
  )
}

export function unknownResource(name: string, known: readonly string[]): Message {
  return error(
    'package-resource-unknown',
    `Unexpected resource \`${name}\` in a foreign key, expected ${listed(candidatesOf(name, known))}`,
    'Correct the name, or add the resource to the package.',
  )
}

export function foreignKeyLength(fields: number, reference: number): Message {
  return error(
    'package-foreign-key-length',
    `Unexpected foreign key of ${fields} to ${reference} fields, expected as many on both sides`,
    'Name for each field of the key the field that it refers to, in the same order.',
  )
}

export function boundType(value: string, type: string): Message {
  return error(
    'package-constraint-type',
    `Unexpected \`${value}\` in a constraint, expected ${type}`,
    'Write the constraint in the type of its field.',
  )
}

export function sourceTodo(title: string): Message {
  return warning(
    'package-source-todo',
    `Unexpected source \`${title}\`, expected who published the figures`,
    'It was written for you to correct: name the publisher and the publication. It stands below tables and charts.',
  )
}

function candidatesOf(name: string, known: readonly string[]): readonly string[] {
  const candidates = nearest(name, known)
  return candidates.length > 0 ? candidates : known.slice(0, 12)
}
