import {createServer, type RequestListener, type Server} from 'node:http'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {createLinkDoor} from '../../../src/effects/links.ts'

const asked: string[] = []
const answers: Readonly<Record<string, RequestListener>> = {
  '/there': (_, response) => response.end('x'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/moved': (_, response) => response.writeHead(308, {location: '/there'}).end(),
  '/for-now': (_, response) => response.writeHead(302, {location: '/there'}).end(),
  '/login': (_, response) => response.writeHead(301, {location: '/for-now'}).end(),
  '/no-head-slow': ({method}, response) => (method === 'HEAD' ? undefined : response.end('x')),
  '/ring': (_, response) => response.writeHead(301, {location: '/ring'}).end(),
  '/nowhere': (_, response) => response.writeHead(301, {location: 'http://['}).end(),
  '/no-head': ({method}, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/busy': (_, response) => response.writeHead(429, {'retry-after': '7'}).end(),
  '/silent': () => {},
}
let server: Server
let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const listener = answers[request.url ?? '']
    if (listener === undefined) response.writeHead(404).end()
    else listener(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test.each([
  ['/there', {status: 200}],
  ['/gone', {status: 410}],
  ['/none', {status: 404}],
  ['/for-now', {status: 200}],
  ['/no-head', {status: 200}],
  ['/busy', {status: 429, retryAfter: 7000}],
  ['/nowhere', {failure: 'it leads to no address'}],
])('%s', async (path, answer) => {
  expect(await createLinkDoor().probe(base + path)).toEqual(answer)
})

test('says where a page went for good', async () => {
  expect(await createLinkDoor().probe(`${base}/moved`)).toEqual({status: 200, moved: `${base}/there`})
})

test('tells of the way that is for good, up to the step that is for now', async () => {
  expect(await createLinkDoor().probe(`${base}/login`)).toEqual({status: 200, moved: `${base}/for-now`})
})

test('asks for the whole page at once, and waits as long, where it is told to', async () => {
  const door = createLinkDoor({timeout: 200})
  expect(await door.probe(`${base}/no-head-slow`)).toEqual({failure: 'no answer in time'})
  expect(await door.probe(`${base}/no-head-slow`, {method: 'get', timeout: 5000})).toEqual({status: 200})
})

test('gives up on rings, silence and servers that are not there', async () => {
  expect(await createLinkDoor().probe(`${base}/ring`)).toEqual({
    failure: expect.stringContaining('without end') as string,
  })
  expect(await createLinkDoor({timeout: 200}).probe(`${base}/silent`)).toEqual({failure: 'no answer in time'})
  expect(await createLinkDoor().probe('http://127.0.0.1:1/')).toMatchObject({failure: expect.any(String) as string})
})

test('asks for the head only, where the server knows that question', async () => {
  asked.length = 0
  await createLinkDoor().probe(`${base}/there`)
  expect(asked).toEqual(['HEAD /there'])
})
