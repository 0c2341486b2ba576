import {join, resolve, sep} from 'node:path'
import type {VFile} from 'vfile'
import type {Files} from '../effects/effects.ts'
import type {LinkHosts} from '../model/config.ts'
import {assertNoErrors, report} from '../messages/message.ts'
import {secondSettings, settingsOutside} from '../messages/settings.ts'
import {maybeLoadText} from '../sources/load-file.ts'
import type {Placed} from '../sources/placed.ts'
import {validateSilence} from '../sources/validate-silence.ts'
import {optionOf, type Flags, type OptionName} from './options.ts'

/** What a project says once instead of at each call. */
export interface Settings {
  readonly flags: Flags
  /** Reasons by the ids of the messages that are not shown. */
  readonly silence: Readonly<Record<string, string>>
  readonly linkHosts?: LinkHosts
}

/** The files that may hold them. */
export const settingsNames = ['brief.config.json', 'brief.config.yaml', 'brief.config.yml', 'package.json'] as const

/**
 * The settings of a project: `brief.config.json`, `brief.config.yaml`, or `brief` in package.json; none of them is
 * needed.
 *
 * @param project absolute
 * @throws AuthorError when they have mistakes
 */
export async function loadSettings(project: string, files: Files): Promise<Settings> {
  const loaded = await Promise.all(settingsNames.map((path) => maybeLoadText({folder: project, path}, files)))
  const found = loaded.filter((file) => file !== undefined).filter(holdsSettings)
  const [first, second] = found
  if (first === undefined) return {flags: {}, silence: {}}
  if (second) report(second, undefined, secondSettings(first.path))
  const settings = await validate(first, project)
  assertNoErrors(found)
  return settings
}

/** Most projects have a package.json, few of them settings in it. */
function holdsSettings(file: VFile): boolean {
  return file.path !== 'package.json' || /"brief"\s*:\s*\{/.test(String(file))
}

async function validate(file: VFile, project: string): Promise<Settings> {
  const nothing: Settings = {flags: {}, silence: {}}
  const placed = await parse(file)
  if (!placed) return nothing
  const [v, {settingsSchema}, {reportIssues}] = await Promise.all([
    import('valibot'),
    import('./settings-schema.ts'),
    import('../sources/report-issues.ts'),
  ])
  // In package.json `brief` may also be something else, as the name of a command among the scripts.
  const base = file.path === 'package.json' ? ['brief'] : []
  const value = base.reduce((part: unknown, step) => (part as Record<string, unknown>)[step], placed.value)
  if (value === undefined || value === null) return nothing
  const result = v.safeParse(settingsSchema, value)
  if (!result.success) {
    reportIssues(result.issues, {file, placed, owner: 'settings', schema: settingsSchema, base})
    return nothing
  }
  const {$schema: _schema, silence, 'link-hosts': linkHosts, ...flags} = result.output as Read
  await validateSilence(silence, {file, placed, base: [...base, 'silence']})
  return {flags: fromProject(flags, {file, placed, base, project}), silence, ...(linkHosts && {linkHosts})}
}

type Read = Flags & Pick<Settings, 'silence'> & {readonly $schema?: string; readonly 'link-hosts'?: LinkHosts}

async function parse(file: VFile): Promise<Placed | undefined> {
  const [{parseJson}, {parseYaml}] = await Promise.all([
    import('../sources/parse-json.ts'),
    import('../sources/parse-yaml.ts'),
  ])
  return file.path.endsWith('.json') ? parseJson(String(file), file) : parseYaml(String(file), file)
}

interface Found {
  readonly file: VFile
  readonly placed: Placed
  readonly base: readonly string[]
  readonly project: string
}

/**
 * Folders are taken from the project's own. They may not lie outside: a project may come from someone else, and what
 * stands in an output folder is replaced.
 */
function fromProject(flags: Flags, {file, placed, base, project}: Found): Flags {
  const entries = Object.entries(flags).map(([name, value]) => {
    if (optionOf(name as OptionName).value !== 'DIR') return [name, value] as const
    const folder = resolve(project, String(value))
    if (!folder.startsWith(join(project, sep)))
      report(file, placed.at([...base, name]), settingsOutside(name, String(value)))
    return [name, folder] as const
  })
  return Object.fromEntries(entries)
}
