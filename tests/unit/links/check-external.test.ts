import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import type {CacheDoor, Probe, ProbeWay} from '../../../src/effects/effects.ts'
import {checkExternal} from '../../../src/links/check-external.ts'
import {reportExternal} from '../../../src/links/report-external.ts'

test('asks for a page once, whatever the place in it', async () => {
  const world = makeWorld({})
  await checkExternal(['https://a.org/x#1', 'https://a.org/x#2', 'https://a.org/x'], world.options)
  expect(world.asked).toEqual(['https://a.org/x at 0'])
})

test('asks nobody for what is no address', async () => {
  const world = makeWorld({})
  const answers = await checkExternal(['https://[a', 'https://a.org/'], world.options)
  expect(answers.get('https://[a')).toEqual({failure: 'it is no address'})
  expect(world.asked).toEqual(['https://a.org/ at 0'])
})

test('leaves a host alone for a second between questions, and asks hosts beside each other', async () => {
  const world = makeWorld({})
  await checkExternal(['https://a.org/1', 'https://a.org/2', 'https://b.org/1'], world.options)
  expect(world.asked).toEqual(['https://a.org/1 at 0', 'https://b.org/1 at 0', 'https://a.org/2 at 1000'])
})

test('waits as long as a server asks for, if that is not long', async () => {
  const world = makeWorld({
    'https://a.org/': [{status: 429, retryAfter: 3000}, {status: 200}],
    'https://b.org/': [{status: 429, retryAfter: 3_000_000}],
  })
  const answers = await checkExternal(['https://a.org/', 'https://b.org/'], world.options)
  expect(answers.get('https://a.org/')).toEqual({status: 200})
  expect(world.asked).toEqual(['https://a.org/ at 0', 'https://b.org/ at 0', 'https://a.org/ at 3000'])
})

test('does not ask hosts and addresses that are left out', async () => {
  const world = makeWorld({})
  const skipped = ['x.com', 'https://a.org/private/']
  await checkExternal(['https://x.com/1', 'https://www.x.com/2', 'https://a.org/private/3', 'https://ax.com/'], {
    ...world.options,
    skipped,
  })
  expect(world.asked).toEqual(['https://ax.com/ at 0'])
})

test('asks some hosts, and those below them, in ways of their own', async () => {
  const world = makeWorld({})
  const hosts = {
    'a.org': {delay: 5, timeout: 40, method: 'get'},
    'b.a.org': {delay: 0},
    'c.org': {skip: true},
  } as const
  const asked = [
    'https://www.a.org/1',
    'https://www.a.org/2',
    'https://b.a.org/1',
    'https://b.a.org/2',
    'https://c.org/',
  ]
  await checkExternal(asked, {...world.options, hosts})
  expect(world.asked.toSorted()).toEqual([
    'https://b.a.org/1 at 0',
    'https://b.a.org/2 at 0',
    'https://www.a.org/1 at 0',
    'https://www.a.org/2 at 5000',
  ])
  expect(world.ways).toContainEqual({timeout: 40_000, method: 'get'})
  expect(world.ways).toContainEqual({})
})

test('takes the answers that a host gives to programs for what they are', () => {
  const file = new VFile()
  const links = ['https://a.org/x', 'https://b.org/x'].map((address) => ({address, position: undefined}))
  const answers = new Map(links.map(({address}) => [address, {status: 404}]))
  reportExternal(links, {answers, hosts: {'a.org': {accept: [404]}}}, file)
  expect(file.messages.map(({reason}) => reason)).toEqual([expect.stringContaining('https://b.org/x')])
})

test('keeps what was there for a week, and what was not for an hour', async () => {
  const world = makeWorld({'https://a.org/': [{status: 200}], 'https://b.org/': [{failure: 'no such host'}]})
  const check = () => checkExternal(['https://a.org/', 'https://b.org/'], world.options)
  const first = await check()
  expect(await check()).toEqual(first)
  expect(world.asked).toHaveLength(2)
  world.pass(2 * 3_600_000)
  await check()
  expect(world.asked.slice(2)).toEqual([expect.stringContaining('https://b.org/')])
  world.pass(8 * 24 * 3_600_000)
  await check()
  expect(world.asked).toHaveLength(5)
})

test.each<[Probe, string | undefined]>([
  [{status: 200}, undefined],
  [{status: 403}, undefined],
  [{status: 404}, 'links-gone'],
  [{status: 503}, 'links-unreachable'],
  [{failure: 'no such host'}, 'links-unreachable'],
  [{status: 200, moved: 'https://www.a.org/x/'}, undefined],
  [{status: 200, moved: 'https://b.org/'}, 'links-moved'],
])('%o is told as %s', (answer, id) => {
  const file = new VFile()
  const position = {start: {line: 7, column: 2}, end: {line: 7, column: 9}}
  reportExternal(
    [{address: 'http://a.org/x#y', position}],
    {answers: new Map([['http://a.org/x', answer]]), hosts: {}},
    file,
  )
  expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toEqual(id === undefined ? [] : [[id, 7]])
})

/** A web with a clock of its own, on which waiting takes no time. */
function makeWorld(pages: Readonly<Record<string, readonly Probe[]>>) {
  let time = 0
  const asked: string[] = []
  const ways: (ProbeWay | undefined)[] = []
  const kept = new Map<string, Uint8Array>()
  const cache: CacheDoor = {
    maybeGet: ({parts}) => Promise.resolve(kept.get(String(parts))),
    keep: ({parts}, content) => void kept.set(String(parts), Buffer.from(content)),
    close: () => Promise.resolve(),
  }
  const links = {
    probe: (address: string, way?: ProbeWay): Promise<Probe> => {
      ways.push(way)
      const before = asked.filter((one) => one.startsWith(`${address} `)).length
      asked.push(`${address} at ${time}`)
      const answers = pages[address] ?? [{status: 200}]
      return Promise.resolve(answers[Math.min(before, answers.length - 1)] ?? {status: 200})
    },
    now: () => time,
    sleep: async (milliseconds: number) => {
      // Whoever else can go on goes first.
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
      time += milliseconds
    },
  }
  return {
    asked,
    ways,
    options: {links, cache, skipped: [], hosts: {}},
    pass: (milliseconds: number) => void (time += milliseconds),
  }
}
