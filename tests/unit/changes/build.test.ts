import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {updateProject, type UpdateProject} from '../../support/update-project.ts'

async function page({folder}: UpdateProject): Promise<string> {
  return await readFile(join(folder, 'output/brief/index.html'), 'utf8')
}

describe('brief build', () => {
  it('with --accepted-only builds nothing that nobody accepted', async () => {
    await using project = await updateProject()
    const build = ['build', 'brief', '--edition', 'web', '--accepted-only'] as const
    expect((await project.brief(...build)).err).toContain('changes-nothing-accepted')
    await project.acceptAndUpdate()
    const pending = await project.brief(...build)
    expect(pending.status).toBe(1)
    expect(pending.err).toMatch(/Unexpected 16 changes.* and 13 more \[changes-pending\]/)
    await project.brief('accept', 'brief')
    expect((await project.brief(...build)).status).toBe(0)
  })

  it('with --highlight-changes marks new values and cells, with the old ones', async () => {
    await using project = await updateProject()
    await project.acceptAndUpdate()
    await project.brief('build', 'brief', '--edition', 'web')
    const plain = await page(project)
    expect(plain).not.toContain('<ins')
    await project.brief('build', 'brief', '--edition', 'web', '--highlight-changes')
    const marked = await page(project)
    const marks = marked.match(/<ins class="changed"[^>]*>[^<]*<span class="was">[^<]*<\/span><\/ins>/g) ?? []
    expect(marks).toContain('<ins class="changed" title="was +14%">−22%<span class="was"> (was +14%)</span></ins>')
    expect(marks).toContain('<ins class="changed" title="was 40">12<span class="was"> (was 40)</span></ins>')
    expect(marked).toContain('<ins class="changed">Dir</ins>')
    const unmarked = marked.replace(/<span class="was">[^<]*<\/span>/g, '').replace(/<\/?ins\b[^>]*>/g, '')
    expect(mainOf(unmarked)).toBe(mainOf(plain))
  })
})

describe('notices of changes', () => {
  it('are written from what was accepted, and are no change themselves', async () => {
    await using project = await updateProject()
    await project.edit('content/brief/brief.md', '## What to do', '::whats-new\n\n::corrections\n\n## What to do')
    await project.brief('build', 'brief', '--edition', 'web')
    expect(await notices(project)).toEqual([
      'What is new in this edition This is the first edition.',
      'Corrections No corrections have been made.',
    ])
    await project.brief('accept', 'brief')
    await project.edit('content/brief/brief.md', '2026-01-15', '2026-02-01')
    await project.edit('data/brief/districts.csv', 'Swat,10', 'Swat,11')
    await project.edit('data/brief/values.yaml', 'total: {', 'total: {title: All attacks, ')
    await project.brief('accept', 'brief', '--correction', '--note', 'One was *missing*.')
    await project.brief('build', 'brief', '--edition', 'web', '--accepted-only')
    const told =
      'Correction, 1 February 2026. An error in the edition of 15 January 2026 has been corrected. One was missing. ' +
      'All attacks: 81, previously 80 “Attacks rose by 16%” replaces “Attacks rose by 14%” ' +
      '“Kech had 40 of the 81 attacks.” replaces “Kech had 40 of the 80 attacks.” ' +
      'Attacks by district: 1 figure changed. Updated: Figure 1, Table 1.'
    expect(await notices(project)).toEqual([`What is new in this edition ${told}`, `Corrections ${told}`])
  })

  it('tell of what the front matter corrects, at the end where the body has no place for it', async () => {
    await using project = await updateProject()
    const typed =
      'version: 1.10\nupdated: 2026-03-05\ncorrections:\n  - {date: 2026-03-05, text: "A *name* was old.[^dust]"}\n'
    await project.edit('content/brief/brief.md', 'date: 2026-01-15\n', `date: 2026-01-15\n${typed}`)
    await project.edit('content/brief/brief.md', '## What to do', '::whats-new\n\n## What to do\n\n[^dust]: Dust.\n')
    expect((await project.brief('build', 'brief', '--edition', 'web')).status).toBe(0)
    const told = 'Correction, 5 March 2026. A name was old.'
    expect((await notices(project))[0]).toMatch(new RegExp(`^What is new in this edition ${told}`))
    const html = await page(project)
    expect(html).toContain('<bdi>Version 1.10</bdi> · <a href="#end-corrections"><bdi>corrected 5 March 2026</bdi></a>')
    expect(/id="end-corrections">[^]*?<\/div>/.exec(html)?.[0]).toContain('A <em>name</em> was old.')
    expect(html).toContain(
      `"dateModified":"2026-03-05","version":"1.10","correction":[{"@type":"CorrectionComment","text":"${told}`,
    )
    await project.brief('accept', 'brief')
    await project.edit('content/brief/brief.md', 'A *name*', 'Another name')
    expect((await project.brief('diff', 'brief', '--exit-code')).status).toBe(0)
    await project.edit('content/brief/brief.md', '::whats-new', '::corrections{#mended}')
    await project.brief('build', 'brief', '--edition', 'web')
    const placed = await page(project)
    expect(placed).toContain('<a href="#mended"><bdi>corrected 5 March 2026</bdi></a>')
    expect(placed.split('Another name was old.').length).toBe(3)
    expect(placed).not.toContain('id="end-corrections"')
  })

  it('tell of two changes of a thing as of one, from what it was to what it is', async () => {
    await using project = await updateProject()
    await project.brief('accept', 'brief')
    for (const [from, to] of [
      ['10', '11'],
      ['11', '12'],
    ] as const) {
      await project.edit('data/brief/districts.csv', `Swat,${from}`, `Swat,${to}`)
      await project.brief('accept', 'brief')
    }
    const lock = await readFile(project.lock, 'utf8')
    expect(lock).toContain('{"item":"value:total","kind":"value","label":"total","before":"80","after":"82"}')
    expect(lock).toContain(
      '"before": "Kech had 40 of the 80 attacks.",\n     "after": "Kech had 40 of the 82 attacks."',
    )
    await project.edit('data/brief/districts.csv', 'Swat,12', 'Swat,10')
    await project.brief('accept', 'brief')
    expect(await readFile(project.lock, 'utf8')).not.toContain('"item":"value:total"')
  })
})

function mainOf(html: string): string {
  return /<main[^]*<\/main>/.exec(html)?.[0] ?? ''
}

async function notices(project: UpdateProject): Promise<readonly string[]> {
  const found = (await page(project)).match(/<aside class="[^"]*change-notice[^]*?<\/aside>/g) ?? []
  return found.map((notice) =>
    notice
      .replace(/<\/(?:p|li)>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}
