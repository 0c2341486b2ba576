import {createHash} from 'node:crypto'

export interface PolicyOptions {
  /** Whether styles, fonts and images stand in the page itself. */
  readonly standalone: boolean
}

/**
 * Puts a Content-Security-Policy into a page's head that lets it load what is beside it and nothing else, and run only
 * the styles and scripts that it holds now: each goes by its hash, so that what is put in later does nothing.
 *
 * @throws Error when the page has no head, or says in a `style` attribute what the policy would refuse
 */
export function withPolicy(html: string, {standalone}: PolicyOptions): string {
  const attribute = /<[a-z][^<>]*\sstyle="/i.exec(html)
  if (attribute) throw new Error(`A style attribute would be refused by the page's policy: ${attribute[0]}`)
  const hasScripts = !standalone && /<script[^>]*\ssrc=/.test(html)
  const from = standalone ? 'data:' : "'self'"
  const directives = [
    "default-src 'none'",
    `img-src ${standalone ? 'data:' : "'self' data:"}`,
    `font-src ${from}`,
    `style-src ${sourceList([...(standalone ? [] : ["'self'"]), ...hashes(html, /<style[^>]*>([^]*?)<\/style>/g)])}`,
    `script-src ${sourceList([...(hasScripts ? ["'self'"] : []), ...hashes(html, /<script(?![^>]*(?:json|src=))[^>]*>([^]*?)<\/script>/g)])}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
  const meta = `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}">`
  const start = /<meta charset="utf-8">|<head>/i.exec(html)
  if (start === null) throw new Error('The page has no head for its policy')
  const at = start.index + start[0].length
  return `${html.slice(0, at)}\n${meta}${html.slice(at)}`
}

function sourceList(list: readonly string[]): string {
  return list.length === 0 ? "'none'" : [...new Set(list)].join(' ')
}

function hashes(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = '']) => `'sha256-${hash(text)}'`)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
