import {variants} from '../model/config.ts'

/**
 * THE table of options: parsing, `--help` and the names of the project's settings all come from it. To add an option,
 * write it here and name it in the commands that take it (commands.ts).
 */
export const options = {
  project: {
    type: 'text',
    value: 'DIR',
    help: 'the folder that holds content/ and data/, and perhaps templates/ (default: the current folder)',
  },
  output: {
    type: 'text',
    value: 'DIR',
    setting: true,
    help: 'where the briefs go (default: output/ in the project)',
  },
  edition: {
    type: 'text',
    value: 'EDITION',
    choices: ['web', 'print', 'all'],
    setting: true,
    help: 'web, print or all (default: all)',
  },
  variant: {
    type: 'list',
    value: 'VARIANT',
    choices: variants,
    help: 'a PDF for a purpose: draft (a watermark) and line-numbers for reviewers, press (bleed and crop marks) and grey (no colours) for printers; may be repeated',
  },
  'base-url': {
    type: 'text',
    value: 'URL',
    setting: true,
    help: 'the address that the output folder will have on the web, for links that must say where they lead',
  },
  standalone: {
    type: 'switch',
    setting: true,
    help: 'also make <brief>.html: the page in one file, with its fonts, images and data inside',
  },
  numbers: {
    type: 'switch',
    setting: true,
    help: 'also write numbers.html, as `brief check` does: the text with every number in the colour of its state, and where it comes from',
  },
  links: {
    type: 'switch',
    help: 'also ask the web whether the pages that the text links to are there (answers are kept for a week)',
  },
  'skip-links': {
    type: 'list',
    value: 'HOST',
    setting: true,
    help: 'a host, or the beginning of an address, that `--links` does not ask; may be repeated',
  },
  // No setting: it belongs to a machine, and a project that came from someone else would run what it names.
  browser: {
    type: 'text',
    value: 'PATH',
    help: 'the Chrome or Chromium that prints (default: BRIEF_BROWSER, else the one that came with the program)',
  },
  strict: {
    type: 'switch',
    setting: true,
    help: 'take warnings for errors: build nothing while there is one that is not silenced',
  },
  open: {type: 'switch', help: 'open the preview in your browser'},
  port: {type: 'text', value: 'NUMBER', help: 'the port of the preview (default: a free one)'},
  title: {type: 'text', value: 'TEXT', help: 'the title of the new brief'},
  author: {type: 'list', value: 'NAME', help: 'an author of the new brief; once for each'},
  template: {type: 'text', value: 'NAME', help: 'the template of the new brief (default: that of the example)'},
  data: {
    type: 'text',
    value: 'FILE',
    help: 'a file of your own to begin with, instead of an example: CSV, XLSX, JSON or Parquet',
  },
  example: {
    type: 'text',
    value: 'NAME',
    mayEnd: true,
    help: 'the brief to begin from (default: starter); without a name, lists them all',
  },
  cache: {
    type: 'switch',
    on: true,
    setting: true,
    help: 'compute everything again: use nothing of what earlier runs kept, and keep nothing',
  },
  format: {
    type: 'text',
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif', 'github'],
    help: "text for people; on standard output: json for programs, sarif for code hosts, github for its workflows' remarks (default: text)",
  },
  json: {type: 'switch', help: 'print the result as JSON on standard output'},
  'accepted-only': {
    type: 'switch',
    setting: true,
    help: 'build nothing while there is a change that is not accepted, for publishing',
  },
  'highlight-changes': {
    type: 'switch',
    help: 'mark in both editions what is different from the accepted edition, for editors',
  },
  against: {
    type: 'text',
    value: 'WHAT',
    help: 'a manifest, an output folder or a git revision to compare with (default: the accepted edition)',
  },
  'exit-code': {type: 'switch', help: 'end with 1 when there are changes'},
  item: {
    type: 'list',
    value: 'ITEM',
    help: 'accept only this change, by its name in the report; * stands for any characters; may be repeated',
  },
  correction: {type: 'switch', help: 'the changes put a mistake right; without this they are a revision'},
  note: {type: 'text', value: 'TEXT', help: 'the reason, for the notice of changes in the brief'},
  help: {type: 'switch', short: 'h', help: 'show this text'},
} as const satisfies Readonly<Record<string, Option>>

/** One option, as it is parsed, explained and set. */
export interface Option {
  /** `text` takes a value; `list` too, and may be repeated; `switch` takes none, and `--no-NAME` turns it off. */
  readonly type: 'text' | 'list' | 'switch'
  readonly short?: string
  /** The word that stands for the value in the help. */
  readonly value?: string
  /** A `text` that may stand without a value, which is then empty. */
  readonly mayEnd?: true
  /** The only values that a `text`, or each of a `list`, may have. */
  readonly choices?: readonly string[]
  /** A switch that is on unless turned off: the help shows `--no-NAME`. */
  readonly on?: true
  /** It may stand in the project's settings, under the same name. */
  readonly setting?: true
  readonly help: string
}

export type OptionName = keyof typeof options

type ValueOf<Row> = Row extends {type: 'switch'}
  ? boolean
  : Row extends {type: 'list'}
    ? Row extends {choices: readonly (infer Choice)[]}
      ? readonly Choice[]
      : readonly string[]
    : Row extends {choices: readonly (infer Choice)[]}
      ? Choice
      : string

/** Options as they were given, by name; those that were not are absent. */
export type Flags = {readonly [Name in OptionName]?: ValueOf<(typeof options)[Name]>}

/** A row of the table with its type widened, for code that goes over all of them. */
export function optionOf(name: OptionName): Option {
  return options[name]
}
