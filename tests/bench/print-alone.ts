/**
 * The limit that the command is measured against: a fresh browser that prints a document which only has to be printed.
 *
 *     node print-alone.ts HTML PDF
 */
import {readFile, writeFile} from 'node:fs/promises'
import {findBrowser} from '../../src/effects/browser-executable.ts'
import {startBrowser} from '../../src/effects/browser-process.ts'

const [from = '', to = ''] = process.argv.slice(2)
const [html, found] = await Promise.all([readFile(from, 'utf8'), findBrowser(process.env['BRIEF_BROWSER'])])
const browser = await startBrowser(found, {timeout: 600_000, onNote: () => {}})
const {send} = browser.connection
const {targetId} = await send<{targetId: string}>('Target.createTarget', {url: 'about:blank'})
const {sessionId} = await send<{sessionId: string}>('Target.attachToTarget', {targetId, flatten: true})
const {frameTree} = await send<{frameTree: {frame: {id: string}}}>('Page.getFrameTree', {}, sessionId)
await send('Page.setDocumentContent', {frameId: frameTree.frame.id, html}, sessionId)
await send('Runtime.evaluate', {expression: 'document.fonts.ready.then(() => 1)', awaitPromise: true}, sessionId)
const options = {preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true}
const {data} = await send<{data: string}>('Page.printToPDF', options, sessionId)
await writeFile(to, Buffer.from(data, 'base64'))
await browser.close()
