import {join} from 'node:path'
import type {Finding} from '../effects/examine.ts'
import type {Files} from '../effects/effects.ts'
import {VFile} from 'vfile'
import type {Config} from '../model/config.ts'
import type {Call} from './commands.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief doctor`: whether everything that the program needs is there, and what to do where it is not. */
export async function doctorCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const config = resolveConfig(call, surroundings)
  const findings = await examine(config)
  const {terminal} = surroundings
  if (call.flags.json === true) terminal.out(`${JSON.stringify({findings}, undefined, 2)}\n`)
  else terminal.out(findings.map(lineOf).join(''))
  return findings.every(({state}) => state !== 'bad') ? exits.done : exits.mistakes
}

const marks: Readonly<Record<Finding['state'], string>> = {good: '✓', remark: '!', bad: '✗'}

function lineOf({name, state, detail, remedy}: Finding): string {
  return `${marks[state]} ${name.padEnd(14)}${detail}\n${remedy === undefined ? '' : `    ${remedy}\n`}`
}

async function examine(config: Config): Promise<readonly Finding[]> {
  const [{examineBrowser, examineCache, examineFolder, examineNode}, {createFiles}] = await Promise.all([
    import('../effects/examine.ts'),
    import('../effects/files.ts'),
  ])
  const files = createFiles(config)
  return [
    examineNode(),
    await examineCache(),
    ...(await examineBrowser(config)),
    await examineDatabase(),
    ...(await examineFonts(config, files)),
    await examineFolder('Output', config.output),
    await examineProject(config, files),
  ]
}

async function examineDatabase(): Promise<Finding> {
  const name = 'Database'
  try {
    const {openDatabase} = await import('../values/database.ts')
    using database = await openDatabase([])
    const {rows} = await database.query('SELECT version()')
    return {name, state: 'good', detail: `DuckDB ${String(rows[0]?.[0])}`}
  } catch (cause) {
    const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    return {name, state: 'bad', detail, remedy: 'Install the dependencies again, on this machine: `npm ci`.'}
  }
}

/** The fonts of every template that a brief of the project can ask for. */
async function examineFonts(config: Config, files: Files): Promise<readonly Finding[]> {
  const [{templateNames, loadTemplate}, {validateTemplate}] = await Promise.all([
    import('../sources/load-template.ts'),
    import('../sources/validate-template.ts'),
  ])
  const findings: Finding[] = []
  for (const template of await templateNames({config, files})) {
    const asking = {narrative: new VFile(), frontMatter: {template} as never, at: () => undefined}
    const fonts = validateTemplate(await loadTemplate(asking, {config, files}))?.manifest.fonts ?? []
    const missing: string[] = []
    for (const font of fonts) {
      if ((await files.maybeReadPackage(`${font.package}/package.json`)) === undefined) missing.push(font.package)
    }
    findings.push(
      fontFinding(
        template,
        fonts.map(({family}) => family),
        missing,
      ),
    )
  }
  return findings
}

function fontFinding(template: string, families: readonly string[], missing: readonly string[]): Finding {
  if (missing.length === 0) return {name: 'Fonts', state: 'good', detail: `${families.join(', ')} (${template})`}
  return {
    name: 'Fonts',
    state: 'bad',
    detail: `${missing.join(', ')} not installed, which the template ${template} needs`,
    remedy: `Install them: \`npm install ${missing.join(' ')}\`.`,
  }
}

async function examineProject(config: Config, files: Files): Promise<Finding> {
  const {listBriefs} = await import('../sources/list-briefs.ts')
  const briefs = await listBriefs(config, files)
  if (briefs.length > 0) return {name: 'Briefs', state: 'good', detail: briefs.join(', ')}
  const remedy = "Make one with `brief new`, or name the project's folder with `--project`."
  return {name: 'Briefs', state: 'remark', detail: `none in ${join(config.project, 'content')}`, remedy}
}
