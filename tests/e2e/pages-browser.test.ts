import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {findBrowser} from '../../src/effects/browser-executable.ts'
import {createBrowserDoor} from '../../src/effects/browser.ts'
import {Refusal} from '../../src/messages/message.ts'
import type {Measured} from '../../src/pages/measured.ts'

const size = {width: 794, height: 1123}
const measureRequest = {height: 900, gap: 18, alone: {foot: 2, head: 2}, continued: '', pageOf: {}}
const browser = createBrowserDoor({named: undefined, timeout: 20_000})
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-brief-test-'))
})
afterAll(async () => {
  await Promise.all([browser.close(), rm(folder, {recursive: true})])
})

describe('createBrowserDoor', () => {
  it('refuses the network, and names what was asked for', async () => {
    const html =
      '<!doctype html><img src="http://example.invalid/a.png"><link rel="stylesheet" href="file:///etc/passwd">'
    const refusal = await refusalOf(browser.open(html, size))
    expect(refusal.id).toBe('print-network-refused')
    expect(refusal.reason).toContain('http://example.invalid/a.png')
  })

  it('refuses the network to documents that forbid it themselves', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
    const refusal = await refusalOf(
      browser.open(`<!doctype html>${policy}<img src="https://example.invalid/b.png">`, size),
    )
    expect(refusal.reason).toContain('https://example.invalid/b.png')
  })

  it('runs no script of the document', async () => {
    await using page = await browser.open(
      '<!doctype html><html><head><title>clean</title></head><body onload="document.title = 1"><script>document.title = 2</script><main id="galley"></main><section id="notes"></section></body></html>',
      size,
    )
    await page.call('measure', measureRequest)
    expect(await page.call('content')).toContain('<title>clean</title>')
  })

  it('leaves room for a head above the rows that go on, and for nothing above the head itself', async () => {
    const rows = '<tr><td>Row</td></tr>'.repeat(3)
    const table = `<table style="border-bottom: 30px solid transparent; border-spacing: 0"><thead><tr><th>Head</th></tr></thead><tbody>${rows}</tbody></table>`
    await using page = await browser.open(
      `<!doctype html><main id="galley">${table}</main><section id="notes"></section>`,
      size,
    )
    const {fragments} = await page.call<Measured>('measure', measureRequest)
    const [head, ...body] = fragments
    const height = (head?.bottom ?? 0) - (head?.top ?? 0)
    expect(height).toBeGreaterThan(0)
    expect([head, ...body].map((fragment) => fragment?.room)).toEqual([0, 0, height, height])
  })

  it('leaves the contents as high as they are when a number has fewer digits than others', async () => {
    const entry = `<p style="overflow-wrap: anywhere"><span data-page-of="end" style="display: inline-block; width: 9px"></span></p>`
    await using page = await browser.open(
      `<!doctype html><main id="galley">${entry}<div id="end" style="height: 70000px">.</div></main><section id="notes"></section>`,
      size,
    )
    const {fragments, references} = await page.call<Measured>('measure', measureRequest)
    expect(references[0]?.digits).toBe(3)
    expect((fragments[0]?.bottom ?? 0) - (fragments[0]?.top ?? 0)).toBeLessThan(24)
  })

  it('says which font and which image do not load', async () => {
    const font =
      '<style>@font-face {font-family: Bad; src: url(data:font/woff2;base64,AAAA)} p {font-family: Bad}</style><p>x'
    const badFont = await refusalOf(browser.open(`<!doctype html>${font}`, size))
    expect(badFont.id).toBe('print-font-failed')
    expect(badFont.reason).toContain('`Bad`')
    const image = '<img alt="A map" src="data:image/png;base64,AAAA">'
    const badImage = await refusalOf(browser.open(`<!doctype html>${image}`, size))
    expect(badImage.id).toBe('print-image-failed')
    expect(badImage.reason).toContain('A map')
  })

  it('says that a named browser is not there', async () => {
    const missing = createBrowserDoor({named: join(folder, 'none')})
    expect((await refusalOf(missing.open('', size))).id).toBe('print-browser-not-found')
  })

  it('says what a browser said that does not start', async () => {
    const door = createBrowserDoor({named: await script('fails', 'echo "cannot open display" >&2; exit 3')})
    const refusal = await refusalOf(door.open('', size))
    expect(refusal.id).toBe('print-browser-does-not-start')
    expect(refusal.reason).toContain('cannot open display')
  })

  it('says that there is no browser at all', async () => {
    const nowhere = {maybePackaged: async () => undefined, maybeFetched: async () => undefined}
    expect((await refusalOf(findBrowser(undefined, undefined, nowhere))).id).toBe('print-browser-missing')
    const gone = {...nowhere, maybeFetched: async () => join(folder, 'gone')}
    expect((await refusalOf(findBrowser(undefined, undefined, gone))).id).toBe('print-browser-missing')
  })

  it('gives up on a browser that falls silent', async () => {
    const program = `require('fs').createReadStream(null, {fd: 3}).once('data', () => require('fs').writeSync(4, '{"id":1,"result":{}}\\0'))`
    const named = await script('falls-silent', `exec "${process.execPath}" -e '${program.replaceAll("'", `'"'"'`)}'`)
    const door = createBrowserDoor({named, timeout: 1500})
    expect((await refusalOf(door.open('', size))).id).toBe('print-browser-hangs')
    await door.close()
  })

  it('gives up on a browser that does not answer', async () => {
    const door = createBrowserDoor({named: await script('hangs', 'exec sleep 60'), timeout: 300})
    expect((await refusalOf(door.open('', size))).id).toMatch(/^print-browser-(hangs|does-not-start)$/)
  })

  it('says that the sandbox is off, where the system or the user does not allow it', async () => {
    const notes: string[] = []
    const named = await script('no-sandbox', 'echo "No usable sandbox!" >&2; exit 1')
    await refusalOf(createBrowserDoor({named, onNote: (note) => notes.push(note)}).open('', size))
    expect(notes).toHaveLength(1)
  })

  it('tells of a crash, and starts another browser for the next page', async () => {
    const door = createBrowserDoor({named: undefined})
    const html = '<!doctype html><main id="galley"></main><section id="notes"></section>'
    const page = await door.open(html, size)
    const printing = refusalOf(
      page
        .call('measure', measureRequest)
        .then(() => door.close())
        .then(() => page.print()),
    )
    expect((await printing).id).toBe('print-browser-crashed')
    await using next = await door.open(html, size)
    expect((await next.print()).length).toBeGreaterThan(500)
    await door.close()
  })

  it('ends the browser when it is told to stop', async () => {
    const stop = new AbortController()
    const door = createBrowserDoor({named: undefined, signal: stop.signal})
    const page = await door.open('<!doctype html><p>x', size)
    stop.abort()
    expect((await refusalOf(page.print())).id).toBe('print-browser-crashed')
  })
})

async function refusalOf(promise: Promise<unknown>): Promise<{id: string; reason: string}> {
  const failure: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (failure instanceof Refusal) return failure.told
  throw new Error('Not refused', {cause: failure})
}

async function script(name: string, body: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${body}\n`)
  await chmod(path, 0o755)
  return path
}
