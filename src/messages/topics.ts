/** What the messages whose ids begin alike are about: by the first word of their ids. */
export const topics: Readonly<Record<string, Topic>> = {
  source: {
    title: 'Files',
    text: 'Every file of a brief is read as text in UTF-8, from inside the project. YAML and JSON are checked as such before what they say is.',
  },
  shape: {
    title: 'Entries of YAML and JSON files',
    text: 'Front matter, `values.yaml`, `datapackage.json`, `template.json` and the settings have entries of their own, each of one kind. The schemas in `schemas/` list them, and make an editor suggest them.',
  },
  front: {
    title: 'Front matter',
    text: 'A narrative begins with its front matter, in YAML, between two lines of `---`. It needs a `title`.',
  },
  settings: {
    title: 'Settings of a project',
    text: 'What is said at every call can stand once in `brief.config.yaml`, with the names of the options.',
  },
  package: {
    title: 'The data package',
    text: '`datapackage.json` describes the tables: their files, their columns with types, their sources.',
  },
  data: {
    title: 'Data',
    text: 'Every row of the data is checked against what the data package says of its columns, at each build.',
  },
  definition: {
    title: 'Definitions of values',
    text: '`values.yaml` gives each value a name and one rule that computes it, and each view its SQL.',
  },
  values: {
    title: 'Values',
    text: 'A value is computed from the tables by the rule that defines it. A rule that finds nothing, or more than it should, is a mistake: a number is never guessed.',
  },
  merge: {
    title: 'Expressions between double braces',
    text: 'What stands in double braces comes from the values and tables. A name that is not known stops the build, so that no gap is ever printed.',
  },
  document: {
    title: 'The text',
    text: 'Notes, references, figures and boxes of the narrative belong together: what is called must be there, and what is there should be of use to a reader.',
  },
  charts: {
    title: 'Charts',
    text: 'A chart is a Vega-Lite specification in `charts/`. What it names must be in the data, and what it draws must be readable at the width of the text.',
  },
  template: {
    title: 'Templates',
    text: 'A template is a folder with a `template.json` that names all its files. A brief may choose among the options that it offers.',
  },
  print: {
    title: 'The PDF',
    text: 'The PDF is printed by Chromium, which has no network and must have every font and image inside the document.',
  },
  output: {
    title: 'The output folder',
    text: 'A build writes all outputs together, or none: when something fails, the last edition stays as it was.',
  },
  number: {
    title: 'Numbers in the text',
    text: 'A number in the text comes from the data, or is declared as typed with its source.',
  },
  changes: {
    title: 'Changes since the accepted edition',
    text: '`brief accept` keeps what a brief says in `accepted.json`; `brief diff` compares with it, or with another edition that you name.',
  },
  links: {title: 'Links', text: 'Addresses in the text should lead somewhere.'},
}

export interface Topic {
  readonly title: string
  readonly text: string
}

/** The topic of a message, by its id. */
export function topicOf(id: string): Topic {
  const [word = ''] = id.split('-')
  return topics[word] ?? {title: capitalised(word), text: ''}
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
