import {describe, expect, it} from 'vitest'
import {runHere, runProcess} from '../support/run-brief.ts'
import {makeProject} from '../support/temp-project.ts'

const wrong = {'content/rain/brief.md': '---\ntitle: Rain\n---\n\nIt was {{most}} mm.\n'}

describe('brief check --format', () => {
  it('gives SARIF, as a process', async () => {
    await using project = await makeProject(wrong)
    const ran = await runProcess(['check', '--project', project.path, '--format', 'sarif'])
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({
      version: '2.1.0',
      runs: [{results: [{ruleId: 'merge-unknown-name', level: 'error'}]}],
    })
  })

  it("gives GitHub's commands", async () => {
    await using project = await makeProject(wrong)
    const ran = await runHere(['check', '--project', project.path, '--format', 'github'])
    expect(ran.status).toBe(1)
    expect(ran.out).toMatch(
      /^::error file=content\/rain\/brief\.md,line=5,col=\d+.*title=merge-unknown-name::Unexpected/,
    )
  })

  it('is content with a brief without mistakes', async () => {
    await using project = await makeProject({'content/rain/brief.md': '---\ntitle: Rain\n---\n\nIt rained.\n'})
    const ran = await runHere(['check', '--project', project.path, '--format', 'github'])
    expect(ran).toMatchObject({status: 0, out: ''})
  })

  it('refuses a format that there is not', async () => {
    expect((await runHere(['check', '--format', 'xml'])).err).toContain('expected `text`, `json`, `sarif` or `github`')
  })
})
