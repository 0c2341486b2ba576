import {request} from 'node:http'
import {afterEach, describe, expect, it} from 'vitest'
import {startPreviewServer, type PreviewServer} from '../../../src/effects/preview-server.ts'

let server: PreviewServer | undefined

afterEach(() => server?.close())

async function start(port = 0): Promise<PreviewServer> {
  const answer = (path: string) =>
    path === '/page' ? {type: 'text/plain', body: 'text', policy: "default-src 'none'"} : undefined
  server = await startPreviewServer({answer, state: () => '{"first":true}', port})
  return server
}

async function get(path: string, {host, method = 'GET'}: {host?: string; method?: string} = {}) {
  const {port} = new URL(server?.url ?? '')
  return await new Promise<{status: number | undefined; body: string; policy: string}>((resolve, reject) => {
    const asked = request(
      {host: '127.0.0.1', port, path, method, headers: host === undefined ? {} : {host}},
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        const policy = String(response.headers['content-security-policy'])
        response.on('end', () => resolve({status: response.statusCode, body, policy}))
      },
    )
    asked.on('error', reject).end()
  })
}

describe('startPreviewServer', () => {
  it('answers on the loopback address, at a free port', async () => {
    const {url} = await start()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect(await get('/page')).toEqual({status: 200, body: 'text', policy: "default-src 'none'"})
    expect((await get('/other')).status).toBe(404)
  })

  it('answers nobody who calls it by another name, nor who does not read', async () => {
    const {url} = await start()
    const {port} = new URL(url)
    expect((await get('/page', {host: `evil.example:${port}`})).status).toBe(403)
    expect((await get('/page', {host: `localhost:${port}`})).status).toBe(200)
    expect((await get('/page', {method: 'POST'})).status).toBe(403)
    expect((await get('/%E0%A4%A')).status).toBe(403)
  })

  it('tells a page that opens the state, and then every change', async () => {
    const {url, tell} = await start()
    const response = await fetch(`${url}events`)
    const reader = (response.body as ReadableStream<Uint8Array>).getReader()
    const next = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await next()).toBe('data: {"first":true}\n\n')
    tell('{"second":true}')
    expect(await next()).toBe('data: {"second":true}\n\n')
  })

  it('says so when the port is taken', async () => {
    const first = await start()
    const port = Number(new URL(first.url).port)
    await expect(startPreviewServer({answer: () => undefined, state: () => '', port})).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})
