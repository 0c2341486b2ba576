import {shortHash} from '../../hash.ts'
import type {OutputFile} from '../../model/document.ts'
import type {EditionTemplate} from '../edition-input.ts'
import {joinStyles} from '../shells.ts'
import {minifyCss} from './minify-css.ts'

/**
 * The styles of a page as one file: fonts, the template's, and the page's own.
 *
 * @returns `assets/brief.0123456789.css`: as of all below `assets/`, a new content has a new name
 */
export function styleSheet(template: EditionTemplate, [fonts = '', ...own]: readonly string[]): OutputFile {
  const {shared, web} = template.manifest.styles
  const content = [fonts, minifyCss([joinStyles(template, [...shared, ...web]), ...own].join('\n'))].join('\n')
  return {path: `assets/brief.${shortHash(content)}.css`, content}
}

/**
 * The element that brings the styles.
 *
 * @param early fonts that stand at the top of the page: on a server a script asks for them before the styles are read, and
 * has fonts shown at once or, where they are too late, at the next page, so that nothing moves when they come. Without the
 * script, or from a file system, where browsers refuse this, they take the place of others when they are there.
 */
export function styleLink({path}: OutputFile, early: readonly string[] = []): string {
  const link = `<link rel="stylesheet" href="${path}">`
  if (early.length === 0) return link
  const ask = `for (const href of ${JSON.stringify(early)}) document.head.append(Object.assign(document.createElement('link'), {rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: '', href}))`
  const show = "for (const face of document.fonts) face.display = 'optional'"
  return [onServer(ask), link, onServer(show)].join('\n')
}

function onServer(statement: string): string {
  return `<script>if (location.protocol !== 'file:') ${statement}</script>`
}

/** What the template's shared styles first say that a custom property is, where they say a colour: `--accent`. */
export function maybeToken(name: string, template: EditionTemplate): string | undefined {
  const css = joinStyles(template, template.manifest.styles.shared)
  return new RegExp(`${name}:\\s*(#[\\da-f]{3,8})\\s*[;}]`, 'i').exec(css)?.[1]
}
