import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {basename, dirname, extname, join, resolve} from 'node:path'
import type {Reply} from './preview-server.ts'
import {stripTypes} from './strip-types.ts'

/** The page that shows a preview: src/preview/client, or what it is compiled to. */
const client = resolve(import.meta.dirname, '../preview/client')

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
}

/** A file of the preview's own page by name; its scripts come from TypeScript where they are not compiled. */
export async function maybeClientFile(name: string): Promise<Reply | undefined> {
  const type = types[extname(name)]
  if (type === undefined || basename(name) !== name) return undefined
  const text = (await maybeText(join(client, name))) ?? (await maybeCompiled(name))
  return text === undefined ? undefined : {type, body: text}
}

/** A file of pdf.js, which draws the PDF in the page. */
export async function maybePdfScript(name: string): Promise<Reply | undefined> {
  if (basename(name) !== name || extname(name) !== '.mjs') return undefined
  // An installed package has its own copy of the two files that are needed.
  const body = (await maybeText(join(client, 'pdfjs', name))) ?? (await maybeText(join(installedPdfjs(), name)))
  return body === undefined ? undefined : {type: 'text/javascript', body}
}

function installedPdfjs(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/build/pdf.mjs'))
}

async function maybeCompiled(name: string): Promise<string | undefined> {
  const source = await maybeText(join(client, name.replace(/\.js$/, '.ts')))
  return source && stripTypes(source).replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'")
}

async function maybeText(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}
