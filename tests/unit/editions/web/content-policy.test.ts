import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {withPolicy} from '../../../../src/editions/web/content-policy.ts'

const beside = {standalone: false}

test('styles and scripts go by their hashes, data for machines need none', () => {
  const html =
    '<head><meta charset="utf-8"><style>a{}</style></head><script>x()</script><script type="application/ld+json">{}</script>'
  const policy = policyOf(withPolicy(html, beside))
  expect(policy).toContain(`style-src 'self' 'sha256-${hash('a{}')}';`)
  expect(policy).toContain(`script-src 'sha256-${hash('x()')}';`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('a page without scripts may run none', () => {
  expect(policyOf(withPolicy('<head></head>', beside))).toContain("script-src 'none'; ")
})

test('a page that holds all its parts loads nothing', () => {
  expect(policyOf(withPolicy('<head></head>', {standalone: true}))).not.toContain("'self'")
})

test('what the policy would refuse is an error', () => {
  expect(() => withPolicy('<head></head><p style="color:red">', beside)).toThrow('<p style=')
  expect(() => withPolicy('<p>', beside)).toThrow('no head')
})

function policyOf(html: string): string {
  return /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
