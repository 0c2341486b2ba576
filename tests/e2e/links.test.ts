import {createServer, type Server} from 'node:http'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {runHere} from '../support/run-brief.ts'
import {makeProject, type TempProject} from '../support/temp-project.ts'

const asked: string[] = []
let server: Server
let project: TempProject
let base: string

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/secret') response.writeHead(request.method === 'GET' ? 418 : 500)
    else if (request.url === '/moved') response.writeHead(301, {location: '/there'})
    else response.writeHead(request.url === '/there' ? 200 : 404)
    response.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const text = `[There](${base}/there), [moved](${base}/moved#now).[^a]\n\n[^a]: It is [gone](${base}/gone).\n`
  project = await makeProject({'content/b/brief.md': `---\ntitle: Links\n---\n\n${text}`})
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await project[Symbol.asyncDispose]()
})

it('asks nothing of the web unless it is told to', async () => {
  await runHere(['check', '--no-cache', '--project', project.path])
  await runHere(['check', '--no-cache', '--links', '--skip-links', base, '--project', project.path])
  expect(asked).toEqual([])
})

it('tells which links lead to nothing, and where they stand', async () => {
  const ran = await runHere(['check', '--no-cache', '--links', '--project', project.path])
  expect(ran.err).toContain(`content/b/brief.md:5:`)
  expect(ran.err).toContain(`${base}/moved#now, expected ${base}/there, to which it moved for good [links-moved]`)
  expect(ran.err).toContain(`content/b/brief.md:7:`)
  expect(ran.err).toContain(`Unexpected answer 404 from ${base}/gone`)
  expect(ran.err).not.toContain('/there, expected')
  expect(ran.status).toBe(0)
})

it('asks a host as the settings say', async () => {
  await using own = await makeProject({
    'content/b/brief.md': `---\ntitle: Links\n---\n\n[A](${base}/secret), [b](${base}/there).\n`,
    'brief.config.yaml': 'link-hosts:\n  127.0.0.1: {delay: 0, timeout: 20, method: get, accept: [418]}\n',
  })
  asked.length = 0
  const ran = await runHere(['check', '--no-cache', '--links', '--strict', '--project', own.path])
  expect(ran.err).not.toContain('[links')
  expect(ran.status).toBe(0)
  expect(asked.toSorted()).toEqual(['/secret', '/there'])
  await own.write('brief.config.yaml', 'link-hosts:\n  127.0.0.1: {delay: quick}\n')
  expect((await runHere(['check', '--links', '--project', own.path])).err).toMatch(/brief\.config\.yaml:2:22.*seconds/)
})

it('is strict where that is asked for', async () => {
  const ran = await runHere(['check', '--no-cache', '--links', '--strict', '--project', project.path])
  expect(ran.status).toBe(1)
})
