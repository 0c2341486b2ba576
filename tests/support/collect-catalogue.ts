import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {refusalText} from '../../src/commands/message-text.ts'
import * as changes from '../../src/messages/changes.ts'
import {chartHangs} from '../../src/messages/charts.ts'
import {largeTable} from '../../src/messages/data.ts'
import type {Explained} from '../../src/messages/explain.ts'
import {consequence} from '../../src/messages/explain.ts'
import {linkGone, linkMoved, linkUnreachable} from '../../src/messages/links.ts'
import type {Message} from '../../src/messages/message.ts'
import {unwritableOutput} from '../../src/messages/outputs.ts'
import * as print from '../../src/messages/print.ts'
import {unknownBrief, unreadableFile} from '../../src/messages/sources.ts'
import {topicOf} from '../../src/messages/topics.ts'

/** What is known of every message, by id. */
export type Catalogue = Readonly<Record<string, Explained>>

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Messages that no golden case shows, as they would come. */
const others: readonly Message[] = [
  changes.lockMalformed(),
  changes.lockVersion('3', 2),
  changes.nothingAccepted('rain'),
  changes.pendingChanges('rain', 3, ['value:most', 'text:9ae97a22']),
  changes.unknownBaseline('v1.3'),
  changes.unknownItem('value:mots', '`value:most`'),
  changes.unusableBaseline('v1.2', 'no brief `rain` in it'),
  largeTable('incidents', 1_200_000),
  linkGone('https://example.org/report.pdf', 404),
  linkMoved('http://example.org/report', 'https://example.org/publications/report'),
  linkUnreachable('https://example.org/report', 'no such host'),
  chartHangs('at most 20 seconds', 'content/brief/brief.md:9'),
  print.browserHangs('Page.printToPDF', 120),
  print.browserCrashed('out of memory'),
  print.browserDoesNotStart('/usr/bin/chromium', 'cannot open display'),
  print.browserMissing(),
  print.browserNotFound('/usr/bin/chromium'),
  print.fontsFailed(['Source Serif 4 600']),
  print.imagesFailed(['A dam']),
  print.networkRefused(['https://example.org/picture.png']),
  print.pagesUnsettled('the page of Table 3'),
  print.shownSmaller('The first words of a table', 82),
  print.tooTall('The first words of a row'),
  print.tooWide('The first words of a table', 12),
  unknownBrief('brief', ['breif']),
  unwritableOutput('output/rain', 'EACCES'),
  unreadableFile('outside'),
  unreadableFile('too-large'),
  unreadableFile('unreadable'),
]

/** Every message of the program by id: its severity from the code, its example from the golden cases. */
export async function collectCatalogue(): Promise<Catalogue> {
  const [severities, examples] = [await severitiesOfMessages(), await examplesInCases()]
  for (const message of others) examples.set(message.id, refusalText(message, {color: false}).trimEnd())
  const entries = [...severities].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries.map(([id, severity]) => {
      const example = examples.get(id)
      return [id, {severity, ...(example !== undefined && {example})}]
    }),
  )
}

/** The documentation of all messages, by topic. */
export function renderCatalogue(catalogue: Catalogue): string {
  const titles = [...new Set(Object.keys(catalogue).map((id) => topicOf(id).title))]
  const sections = titles.map((title) => {
    const own = Object.entries(catalogue).filter(([id]) => topicOf(id).title === title)
    const {text} = topicOf(own[0]?.[0] ?? '')
    return `## ${title}\n\n${text}\n\n${own.map(([id, explained]) => entryOf(id, explained)).join('\n')}`
  })
  return `# Messages

Every message of the program ends in an id that never changes. \`brief explain ID\` says the same as this page.

An **error** stops the build, and the last edition stays as it was. A **warning** does not, unless with \`--strict\`. A warning
that you have read and accept is silenced by its id, with the reason, under \`silence\` in the front matter or in the
project's settings.

${sections.join('\n')}`
}

function entryOf(id: string, {severity, example}: Explained): string {
  const shown = example === undefined ? consequence(severity, id).split('\n')[0] : `\`\`\`text\n${example}\n\`\`\``
  return `### ${id}\n\n${severity === 'error' ? 'An error.' : `A ${severity}.`}\n\n${shown}\n`
}

/** The first argument of each `error(`, `warning(` and `notice(`. */
async function severitiesOfMessages(): Promise<ReadonlyMap<string, Message['severity']>> {
  const folder = join(root, 'src/messages')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/\b(error|warning|notice)\(\s*(['`])([^'`]+)\2/g)].flatMap((match) =>
        spelled(text, match).map((id) => [id, match[1] as Message['severity']] as const),
      ),
    ),
  )
}

/** `charts-too-many-${what}` is as many ids as there are texts that `what` can be, by its type above. */
function spelled(text: string, {index, 3: id = ''}: RegExpExecArray): string[] {
  const parameter = /\$\{(\w+)\}/.exec(id)?.[1]
  if (parameter === undefined) return [id]
  const types = [...text.slice(0, index).matchAll(new RegExp(`\\b${parameter}: ((?:'[\\w-]+'(?: \\| )?)+)`, 'g'))]
  const choices = [...(types.at(-1)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, choice = '']) => choice)
  return choices.length === 0 ? [id] : choices.map((choice) => id.replace(`\${${parameter}}`, choice))
}

/** The first message of each id in the reports of the cases, by the cases' names. */
async function examplesInCases(): Promise<Map<string, string>> {
  const here = join(root, 'tests/golden')
  const folders = (await readdir(here, {withFileTypes: true})).filter((entry) => entry.isDirectory())
  const names = folders.map(({name}) => name).toSorted()
  const reports = await Promise.all(
    names.map((name) => readFile(join(here, name, 'messages.txt'), 'utf8').catch(() => '')),
  )
  const examples = new Map<string, string>()
  for (const message of reports.flatMap((report) => report.split('\n\n'))) {
    const id = /^.* \[([\w-]+)\]$/m.exec(message)?.[1]
    if (id !== undefined && !examples.has(id)) examples.set(id, message.trimEnd())
  }
  return examples
}
