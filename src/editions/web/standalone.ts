import type {OutputFile} from '../../model/document.ts'
import {mediaType} from '../media-type.ts'

/**
 * A page with all that it needs inside: one file, to send or to keep. Its styles, fonts and images stand in it, and what
 * it offers for download too. Links that lead elsewhere stay as they are.
 */
export function embedFiles(html: string, files: readonly OutputFile[]): string {
  const addresses = new Map(files.map((file) => [encodeURI(file.path), file]))
  return html.replaceAll(/<(?:link|img|a|script)(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/g, (tag) => {
    const [, attribute = '', address = ''] = /\s(href|src)="([^"]*)"/.exec(tag) ?? []
    const file = addresses.get(address)
    if (file === undefined) return tag
    if (tag.startsWith('<script')) return `<script>${textOf(file)}`
    if (tag.startsWith('<link')) return `<style>\n${embedFonts(textOf(file), file.path, files)}\n</style>`
    return tag
      .replace(/ download(?:="[^"]*")?(?=[\s>])/, ` download="${fileName(file.path)}"`)
      .replace(`${attribute}="${address}"`, `${attribute}="${asData(file)}"`)
  })
}

/** Addresses in a style sheet are relative to it. */
function embedFonts(css: string, path: string, files: readonly OutputFile[]): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const byPath = new Map(files.map((file) => [file.path, file]))
  return css.replaceAll(/url\("([^"]+)"\)/g, (whole, address: string) => {
    const file = byPath.get(`${folder}${address}`)
    return file === undefined ? whole : `url("${asData(file)}")`
  })
}

function asData({path, content}: OutputFile): string {
  return `data:${mediaType(path)};base64,${Buffer.from(content).toString('base64')}`
}

function textOf({content}: OutputFile): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
