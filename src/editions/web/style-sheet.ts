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
