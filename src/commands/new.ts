import {join, resolve} from 'node:path'
import type {Files} from '../effects/effects.ts'
import {examples, loadExample, type Example, type ExampleFiles} from '../examples/examples.ts'
import {fillIn, withName, withSchema} from '../examples/fill-in.ts'
import {maybeSchema as schemaOf, modeline} from '../examples/modeline.ts'
import {listed, nearest} from '../messages/nearest.ts'
import {askParticulars, type Wanted} from './ask-particulars.ts'
import {calledAs} from './called-as.ts'
import type {Call} from './commands.ts'
import {loadOwnData, type OwnData} from './load-own-data.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

/** `brief new`: writes a small brief that builds at once; what stands already is never written over. */
export async function newCommand(call: Call, surroundings: Surroundings): Promise<number> {
  if (call.flags.example === '') {
    surroundings.terminal.out(exampleList(surroundings))
    return exits.done
  }
  const [{createFiles}, {today}] = await Promise.all([import('../effects/files.ts'), import('../effects/today.ts')])
  const project = resolve(surroundings.directory, call.flags.project ?? '.')
  const files = createFiles({project})
  const example = exampleOf(call.flags.example)
  const wanted = await askParticulars(call, surroundings, {project, files})
  await assertFree(wanted.name, project, files)
  const begun =
    wanted.data === undefined
      ? {...(await loadExample(example, files)), isToday: example.begunToday === true}
      : {...(await ownData(wanted.data, surroundings)), isToday: true}
  const written = await write(wanted, {begun, date: today(), project, files})
  surroundings.terminal.out(nextSteps(wanted.name, written, surroundings))
  return exits.done
}

async function ownData(named: string, {directory, terminal}: Surroundings): Promise<OwnData> {
  const own = await loadOwnData(named, directory)
  const {wasEncoded} = own
  if (wasEncoded !== undefined) {
    terminal.err(
      `The file is in ${wasEncoded}; its copy is in UTF-8. See whether its letters with accents are right.\n`,
    )
  }
  return own
}

function exampleList(surroundings: Surroundings): string {
  const rows = Object.entries(examples).map(([name, {summary}]) => `  ${name.padEnd(14)}${summary}\n`)
  return `Examples to begin from\n${rows.join('')}
Begin from one with \`${calledAs(surroundings)} new my-brief --example ${Object.keys(examples)[0] ?? ''}\`.\n`
}

function exampleOf(name = Object.keys(examples)[0] ?? ''): Example {
  const example = Object.hasOwn(examples, name) ? examples[name] : undefined
  if (example) return example
  const near = nearest(name, Object.keys(examples))
  throw new UsageError(
    `unexpected example \`${name}\`, expected ${listed(near.length > 0 ? near : Object.keys(examples))}`,
  )
}

async function assertFree(name: string, project: string, files: Files): Promise<void> {
  for (const folder of ['content', 'data']) {
    const there = await files.list(join(project, folder, name))
    if (there.length > 0) {
      throw new UsageError(`unexpected \`${folder}/${name}\`, which stands already, expected the name of a new brief`)
    }
  }
}

interface Writing {
  readonly begun: ExampleFiles & {readonly isToday: boolean}
  readonly date: string
  readonly project: string
  readonly files: Files
}

/** @returns the paths of what was written, from the project's folder */
async function write({name, ...particulars}: Wanted, {begun, date, project, files}: Writing): Promise<string[]> {
  const {content, data, isToday} = begun
  const dated = {...(isToday && {date}), ...particulars}
  const folder = {project, folder: join(project, 'data', name)}
  const withSchemaLine = (text: string, own: string): string =>
    text.replace(/^---\n/, `---\n${modeline('front-matter', {project, folder: own})}`)
  const folders = {
    content: edited(content, 'brief.md', (text) => withSchemaLine(fillIn(text, dated), join(project, 'content', name))),
    data: edited(
      edited(data, 'datapackage.json', (text) => withSchema(withName(text, name), schemaOf('datapackage', folder))),
      'values.yaml',
      (text) => modeline('values', folder) + text,
    ),
  }
  const written: string[] = []
  for (const [folder, entries] of Object.entries(folders)) {
    const list = [...entries].map(([path, content]) => ({path, content}))
    await files.publish(join(project, folder, name), list)
    written.push(...list.map(({path}) => `${folder}/${name}/${path}`))
  }
  return written
}

function edited(
  files: ReadonlyMap<string, string | Uint8Array>,
  path: string,
  edit: (text: string) => string,
): ReadonlyMap<string, string | Uint8Array> {
  const content = files.get(path)
  if (content === undefined) return files
  return new Map([...files, [path, edit(typeof content === 'string' ? content : new TextDecoder().decode(content))]])
}

function nextSteps(name: string, written: readonly string[], surroundings: Surroundings): string {
  const command = calledAs(surroundings)
  return `Wrote the brief \`${name}\`:
${written.map((path) => `  ${path}\n`).join('')}
Begin with content/${name}/brief.md.

See it while you write:  ${command} watch ${name}
Make the PDF and page:   ${command} build ${name}
`
}
