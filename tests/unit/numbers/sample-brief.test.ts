import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {runHere} from '../../support/run-brief.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

describe('the sample brief', () => {
  it('passes the strict check, every count bound or declared', async () => {
    const ran = await runHere(['check', 'after-kabul', '--strict', '--format', 'json'], root)
    const {briefs} = JSON.parse(ran.out) as {briefs: {messages: unknown[]; numbers: {state: string; line?: number}[]}[]}
    expect(briefs[0]?.messages).toEqual([])
    const numbers = briefs[0]?.numbers ?? []
    expect(numbers.filter(({state}) => state === 'bound').length).toBeGreaterThan(200)
    expect(numbers.filter(({state}) => state === 'loose')).toEqual([])
    expect(numbers.filter(({line}) => line === undefined)).toEqual([])
    expect(ran.status).toBe(0)
  })
})
