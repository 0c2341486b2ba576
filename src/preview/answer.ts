import {extname} from 'node:path'
import type {Reply} from '../effects/preview-server.ts'
import type {Preview, Shown} from './create-preview.ts'

export interface PreviewFiles {
  readonly client: (name: string) => Promise<Reply | undefined>
  readonly pdfScript: (name: string) => Promise<Reply | undefined>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

const shellPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data: blob:"

/** A brief may come from someone else: nothing in it runs, and it reaches nothing but its own files. */
const briefPolicy =
  "default-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'none'; frame-ancestors 'self'"

/**
 * What the preview's server answers for a path:
 *
 *     /                      the page that shows the preview
 *     /client/NAME           its styles and scripts
 *     /pdfjs/NAME            what draws the PDF
 *     /web/EDITION/PATH      a file of the web edition; the number only keeps it from being taken from a cache
 *     /pdf/EDITION           the PDF
 *     /spots/EDITION         where the values stand in it, as JSON
 *     /value/web/NUMBER      where a value comes from that stands in the page, or the PDF (`/value/pdf/NUMBER`), as JSON
 */
export async function answer(path: string, preview: Preview, files: PreviewFiles): Promise<Reply | undefined> {
  const [, kind = '', first = '', ...rest] = path.split('/')
  if (kind === '') return withPolicy(await files.client('shell.html'), shellPolicy)
  if (kind === 'client') return files.client(first)
  if (kind === 'pdfjs') return files.pdfScript(first)
  if (kind === 'web') return webReply(rest.join('/'), preview)
  if (kind === 'value') return valueReply(first === 'pdf' ? 'pdf' : 'web', Number(rest[0]), preview)
  if (kind === 'spots') return json(preview.spots())
  const pdf = kind === 'pdf' ? preview.pdf() : undefined
  return pdf && {type: 'application/pdf', body: pdf}
}

function webReply(path: string, preview: Preview): Reply | undefined {
  const body = preview.webFile(path)
  if (body === undefined) return undefined
  return {type: types[extname(path)] ?? 'application/octet-stream', body, policy: briefPolicy}
}

function valueReply(edition: Shown, printed: number, preview: Preview): Reply | undefined {
  const details = preview.describe(edition, printed)
  return details && json(details)
}

function json(content: unknown): Reply {
  return {type: 'application/json', body: JSON.stringify(content)}
}

function withPolicy(reply: Reply | undefined, policy: string): Reply | undefined {
  return reply && {...reply, policy}
}
