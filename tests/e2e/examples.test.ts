import {readFile, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {commands} from '../../src/commands/commands.ts'
import {parseCall} from '../../src/commands/parse-call.ts'
import {runHere} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const docs = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
const pages = ['README.md', 'content/README.md', 'data/README.md', 'templates/README.md', ...docs]

/** Every fenced block of the documentation whose info string names a file is a file of an example project. */
describe.each(pages)('%s', async (path) => {
  const text = await readFile(join(root, path), 'utf8')
  const files = [...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', body = '']) => [name, body])
  const briefs = files.flatMap(([name = '']) => /^content\/([^/]+)\/brief\.md$/.exec(name)?.[1] ?? [])

  it.runIf(briefs.length > 0)('has examples that build without a message', async () => {
    await using project = await makeProject(Object.fromEntries(files) as Record<string, string>)
    const output = join(project.path, 'output')
    const ran = await runHere(['build', '--edition', 'web', '--project', project.path, '--output', output, '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({briefs: briefs.map((name) => ({name, ok: true, messages: []}))})
    expect(ran.status).toBe(0)
    for (const name of briefs) {
      const page = await readFile(join(output, name, 'index.html'), 'utf8')
      // BibTeX has them too.
      expect(page.replaceAll(/<pre class="cite-source"[^]*?<\/pre>/g, '')).not.toContain('{{')
    }
  })

  it('calls commands that there are, with options that they have', () => {
    for (const argv of calledIn(text)) {
      const name = [argv.slice(0, 2).join(' '), argv[0] ?? ''].find((each) => Object.hasOwn(commands, each))
      const command = commands[name ?? '']
      expect(command, argv.join(' ')).toBeDefined()
      if (command) parseCall(argv.slice(String(name).split(' ').length), command)
    }
  })

  it('has YAML that can be read', () => {
    for (const [, body = ''] of text.matchAll(/^ *```yaml[^\n]*\n([\s\S]*?)^ *```$/gm)) {
      expect(() => parse(body.replaceAll(/\{\{.*?\}\}/g, 'x')) as unknown).not.toThrow()
    }
  })

  it('leads to pages that there are', async () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)#:\s]+\.md)(?:#[\w-]*)?\)/g)) {
      await expect(readFile(join(root, path, '..', target)), `${path} to ${target}`).resolves.toBeDefined()
    }
  })
})

/** The calls of `brief` in the blocks of commands, without their first word. */
function calledIn(text: string): string[][] {
  const blocks = [...text.matchAll(/^ *```(?:sh|yaml[^\n]*)\n([\s\S]*?)^ *```$/gm)].map(([, body = '']) => body)
  const lines = blocks.flatMap((body) => body.split('\n').map((line) => line.replace(/^[\s-]*(?:run: )?/, '')))
  return lines.flatMap((line) => {
    const called = /^(?:BRIEF_\S+ )?(?:npm run brief --|npx brief|brief) (?!--(?:help|version))(.*)$/.exec(line)?.[1]
    return called === undefined ? [] : [called.replace(/ \|\|.*$/, '').split(/\s+/)]
  })
}
