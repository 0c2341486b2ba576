import {access, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {runHere} from '../../support/run-brief.ts'
import {makeProject} from '../../support/temp-project.ts'

const files = {'content/b/brief.md': '---\ntitle: T\n---\n\nIt was 38 mm.\n'}

it('is written by a build that is asked for it, beside the edition', async () => {
  await using project = await makeProject(files)
  const output = join(project.path, 'output')
  const build = ['build', 'b', '--edition', 'web', '--project', project.path, '--output', output]
  const page = join(output, 'b/numbers.html')
  expect((await runHere([...build, '--numbers'])).status).toBe(0)
  expect(await readFile(page, 'utf8')).toContain('<mark class="loose">38</mark>')
  expect(await readFile(join(output, 'b/manifest.json'), 'utf8')).not.toContain('numbers.html')
  // Without it the page would be that of another text.
  expect((await runHere(build)).status).toBe(0)
  await expect(access(page)).rejects.toThrow('ENOENT')
})
