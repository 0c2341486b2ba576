import {describe, expect, it} from 'vitest'
import {runHere, runProcess} from '../support/run-brief.ts'

describe('brief explain', () => {
  it('says what a message is about, with an example', async () => {
    const ran = await runProcess(['explain', 'data-cell-type'])
    expect(ran).toMatchObject({status: 0, err: ''})
    expect(ran.out).toMatch(/^data-cell-type \(error\)\n\nData\. /)
    expect(ran.out).toContain('For example\n\n  data/brief/')
    expect(ran.out).toContain('[data-cell-type]')
  })

  it('says how a warning is accepted', async () => {
    const ran = await runHere(['explain', 'document-image-without-alt'])
    expect(ran.out).toContain('  silence:\n    document-image-without-alt: The reason.\n')
  })

  it('lists all messages by what they are about', async () => {
    const ran = await runHere(['explain'])
    expect(ran.out).toMatch(/\nThe PDF\n(?: {2}print-[\w-]+\n)+/)
  })

  it('names the nearest of an id that is not known', async () => {
    const ran = await runHere(['explain', 'data-cell-typ'])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain('expected `data-cell-type`')
  })
})
