import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {runHere} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

/** Every fenced block of the documentation whose info string names a file is a file of an example project. */
describe.each(['README.md', 'content/README.md', 'data/README.md', 'templates/README.md'])('%s', (path) => {
  it('has examples that build without a message', async () => {
    const text = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
    const files = [...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map(([, name = '', body = '']) => [name, body])
    if (files.length === 0) return
    await using project = await makeProject(Object.fromEntries(files) as Record<string, string>)
    const ran = await runHere([
      'build',
      '--edition',
      'web',
      '--project',
      project.path,
      '--output',
      join(project.path, 'output'),
      '--json',
    ])
    expect(JSON.parse(ran.out)).toMatchObject({briefs: [{ok: true, messages: []}]})
    expect(ran.status).toBe(0)
    const page = await readFile(join(project.path, 'output/rainfall/index.html'), 'utf8')
    expect(page).not.toContain('{{')
  })
})
