import type {Files} from '../effects/effects.ts'
import type {Particulars} from '../examples/fill-in.ts'
import type {Call} from './commands.ts'
import type {Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

export interface Wanted extends Particulars {
  /** That of the new brief's folders. */
  readonly name: string
  /** A file of the author's data, as it was named. */
  readonly data?: string
}

export interface AskContext {
  readonly project: string
  readonly files: Files
}

const FOLDER = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u

/**
 * What the new brief is to be: from the command line, and for what is not said there from the user, where there is one
 * to ask. An empty answer leaves what the example has.
 *
 * @throws UsageError
 */
export async function askParticulars(
  {names: [named], flags}: Call,
  {ask, terminal}: Surroundings,
  context: AskContext,
): Promise<Wanted> {
  const template = flags.template
  if (template !== undefined) await assertTemplate(template, context)
  if (ask === undefined) {
    if (named === undefined) throw new UsageError('unexpected end, expected the name of the brief')
    return {name: folderName(named), ...given({title: flags.title, authors: flags.author, template, data: flags.data})}
  }
  if (named !== undefined) folderName(named)
  terminal.err('An empty answer takes what stands in brackets; all can be changed later.\n')
  const {templateNames} = await import('../sources/load-template.ts')
  const templates = await templateNames({config: {project: context.project}, files: context.files})
  return await askMissing(
    {named, flags, templates},
    {
      question: async (text) => (await ask(text)) || undefined,
      check: (name) => assertTemplate(name, context),
    },
  )
}

interface Missing {
  readonly named: string | undefined
  readonly flags: Call['flags']
  readonly templates: readonly string[]
}

interface Asking {
  readonly question: (text: string) => Promise<string | undefined>
  readonly check: (template: string) => Promise<void>
}

async function askMissing({named, flags, templates}: Missing, {question, check}: Asking): Promise<Wanted> {
  const title = flags.title ?? (await question('Title [Title of the brief]: '))
  const suggested = slugOf(title ?? 'brief')
  const name = named ?? (await question(`Name of its folder [${suggested}]: `)) ?? suggested
  const authors = flags.author ?? (await question('Authors, with commas between them [Your Name]: '))?.split(/\s*,\s*/)
  const template = flags.template ?? (await chosenTemplate(templates, question))
  if (template !== undefined) await check(template)
  const wantsExample = flags.example !== undefined
  const data =
    flags.data ?? (wantsExample ? undefined : await question('Data file, CSV, XLSX, JSON or Parquet [an example]: '))
  return {name: folderName(name), ...given({title, authors, template, data})}
}

/** Only where there is a choice. */
async function chosenTemplate(templates: readonly string[], question: Asking['question']): Promise<string | undefined> {
  if (templates.length < 2) return undefined
  return await question(`Template, ${templates.join(' or ')} [that of the example]: `)
}

type Asked = Omit<Wanted, 'name'>

function given({title, authors, template, data}: {[Name in keyof Asked]: Asked[Name] | undefined}): Asked {
  return {
    ...(data !== undefined && {data}),
    ...(title !== undefined && {title}),
    ...(authors !== undefined && {authors}),
    ...(template !== undefined && {template}),
  }
}

function folderName(name: string): string {
  if (FOLDER.test(name)) return name
  throw new UsageError(`unexpected name \`${name}\`, expected letters, digits, \`-\` and \`_\`, as \`${slugOf(name)}\``)
}

/** A name for a folder from a title: `Rain in Aden, 2025` is `rain-in-aden-2025`. */
function slugOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['brief']
  return words.slice(0, 6).join('-')
}

/** The project's own templates, and those that come with the program. */
async function assertTemplate(name: string, {project, files}: AskContext): Promise<void> {
  const {templateNames} = await import('../sources/load-template.ts')
  const known = await templateNames({config: {project}, files})
  if (known.includes(name)) return
  const {listed} = await import('../messages/nearest.ts')
  throw new UsageError(`unexpected template \`${name}\`, expected ${listed(known)}`)
}
