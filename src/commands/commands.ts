import type {LinkHosts} from '../model/config.ts'
import type {Flags, OptionName} from './options.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * THE table of commands: dispatch, parsing and `--help` come from it. To add a command, write it here, and its function
 * in a file of its own, which is loaded when the command is called. A name may be two words: `'data add'`.
 */
export const commands: Readonly<Record<string, Command>> = {
  build: {
    names: '[brief ...]',
    summary: 'make the named briefs, or all of them',
    about:
      'Makes the named briefs (folders under content/), or all of them. Each goes to output/<brief>/: index.html, ' +
      '<brief>.pdf, charts, data and a manifest. Nothing is written when there are errors: the last good output stays ' +
      'as it was.',
    options: [
      'project',
      'output',
      'edition',
      'variant',
      'base-url',
      'standalone',
      'numbers',
      'browser',
      'strict',
      'accepted-only',
      'highlight-changes',
      'cache',
      'json',
    ],
    examples: [
      'brief build',
      'brief build after-kabul --edition print',
      'brief build --project ../briefs --output /tmp/briefs --json',
      'brief build --base-url https://example.org/briefs/',
      'brief build after-kabul --highlight-changes --edition web',
      'brief build after-kabul --variant draft --edition print --output review',
    ],
    load: async () => (await import('./build.ts')).buildCommand,
  },
  watch: {
    names: '[brief]',
    summary: 'show a brief while you write it, both editions side by side',
    about:
      'Shows the page and the PDF of a brief in your browser, side by side, and makes them again after every save, with ' +
      'what is wrong over them. A click on a number, in the page or the PDF, shows where it comes from. Only this computer can see ' +
      'the preview. Nothing is written to the output folder.',
    options: ['project', 'open', 'port', 'browser', 'strict', 'cache'],
    examples: ['brief watch', 'brief watch after-kabul --open', 'brief watch after-kabul --port 8000'],
    load: async () => (await import('./watch.ts')).watchCommand,
  },
  new: {
    names: '[name]',
    summary: 'write a small brief to begin from',
    about:
      'Writes a small brief that builds at once, with comments that teach: its text to content/<name>/, its data to ' +
      'data/<name>/. Asks for what is not said here. Nothing that stands already is written over.',
    options: ['project', 'title', 'author', 'template', 'data', 'example'],
    examples: [
      'brief new',
      'brief new rainfall',
      'brief new rainfall --title Rain --author Doe --author Roe',
      'brief new rainfall --data ~/Downloads/rain.xlsx',
      'brief new --example',
      'brief new militancy --example after-kabul',
    ],
    load: async () => (await import('./new.ts')).newCommand,
  },
  diff: {
    names: '[brief ...]',
    summary: 'show what changed since the accepted edition',
    about:
      'Compares what would be built now with the last edition that was accepted: data, values, text with its words ' +
      'marked, charts and tables, and the sentences that did not change although a value beside them did. The report ' +
      'is printed, and goes side by side to output/<brief>/changes.html. No browser is started.',
    options: ['project', 'output', 'against', 'exit-code', 'json'],
    examples: ['brief diff after-kabul', 'brief diff after-kabul --against v1.2', 'brief diff --exit-code --json'],
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  accept: {
    names: '[brief ...]',
    summary: 'accept what a brief says now, or some changes of it',
    about:
      'Writes content/<brief>/accepted.json, which is meant to be committed: what the brief says now is approved, and ' +
      '`brief diff` shows what is different from it. An accepted item that changes again is pending again.',
    options: ['project', 'output', 'item', 'correction', 'note'],
    examples: [
      'brief accept after-kabul',
      "brief accept after-kabul --item 'value:*' --item chart:fig-deaths",
      "brief accept after-kabul --correction --note 'Counted twice.'",
    ],
    load: async () => (await import('./accept.ts')).acceptCommand,
  },
  verify: {
    names: '[brief ...]',
    summary: 'see whether an edition comes out the same when it is built again',
    about:
      'Builds a brief again as its manifest says that it was built, writes nothing, and compares every file byte for ' +
      'byte: with the output folder, and with what the manifest says. Says which inputs or versions are others by now.',
    options: ['project', 'output', 'browser', 'json'],
    examples: ['brief verify', 'brief verify after-kabul', 'brief verify after-kabul --output ../received'],
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  doctor: {
    summary: 'see whether everything is there that the program needs',
    about:
      'Looks at Node.js, the browser and its sandbox, the database, the fonts, and whether the output folder can be ' +
      'written, and says what to do where something is wrong.',
    options: ['project', 'output', 'browser', 'json'],
    examples: ['brief doctor', 'brief doctor --browser /usr/bin/chromium'],
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  explain: {
    names: '[id]',
    summary: 'say what a message means, by the id at its end',
    about:
      'Says what a message is about, with an example and what to do. Without an id, lists all messages by what they are ' +
      'about.',
    options: [],
    examples: ['brief explain merge-unknown-name', 'brief explain'],
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  check: {
    names: '[brief ...]',
    summary: 'find numbers without a source, figures that disagree, slips',
    about:
      'Reads the named briefs, or all of them, as a reader does, and builds nothing. Every number of the text is bound ' +
      '(a value printed it), declared ({{literal "38" source="..."}}, a quotation or a note), structural (a date, a ' +
      'reference, a name) or loose. Loose numbers are listed, with what the data have to say to them; so are figures ' +
      'that cannot be true together, and slips. The text with every number in the colour of its state goes to ' +
      'output/<brief>/numbers.html. With --strict loose numbers and warnings are errors. ' +
      'With --links, and only then, the pages that the text links to are asked for.',
    options: ['project', 'output', 'strict', 'links', 'skip-links', 'cache', 'format'],
    examples: [
      'brief check',
      'brief check after-kabul --strict',
      'brief check --links --skip-links x.com',
      'brief check --format json > check.json',
    ],
    load: async () => (await import('./check.ts')).checkCommand,
  },
  values: {
    names: '[brief ...]',
    summary: 'show what each value is now, and where it is used',
    about:
      'Prints every value of the named briefs, or of all: its figure as it stands in the text, unit, as-of date and ' +
      'source, and the places that use it. Nothing is built.',
    options: ['project', 'cache', 'format'],
    examples: ['brief values after-kabul', 'brief values --format json'],
    load: async () => (await import('./values.ts')).valuesCommand,
  },
  'data add': {
    names: '<file>',
    summary: 'describe a new data file by looking at it',
    about:
      'Writes the schema of a file (CSV, JSON, XLSX, Parquet) of data/<brief>/ into datapackage.json: the types that all cells fit, the ' +
      'texts for missing cells, a key. Correct titles, types and source afterwards.',
    options: ['project'],
    examples: ['brief data add data/rainfall/rain.csv'],
    load: async () => (await import('./data-add.ts')).dataAddCommand,
  },
}

export interface Command {
  /** What follows the command's name, as the help shows it: `<name>` is needed, `[name]` is not, `...` repeats. */
  readonly names?: string
  /** What it does, in a line of the general help. */
  readonly summary: string
  /** What it does, as its own help begins. */
  readonly about: string
  /** Besides `--help`, which every command has. */
  readonly options: readonly OptionName[]
  readonly examples: readonly string[]
  readonly load: () => Promise<RunCommand>
}

/** What the user asked of a command. */
export interface Call {
  /** The words that are not options: names of briefs, mostly. */
  readonly names: readonly string[]
  /** What was given on the command line, and else in the project's settings. */
  readonly flags: Flags
  /** What was given on the command line alone; absent where no project's settings were read. */
  readonly given?: Flags
  /** From the project's settings: reasons by the ids of the messages that are not shown. */
  readonly silence: Readonly<Record<string, string>>
  /** From the project's settings: how certain hosts are asked for links. */
  readonly linkHosts?: LinkHosts
}

/** @returns the exit status */
export type RunCommand = (call: Call, surroundings: Surroundings) => Promise<number>
