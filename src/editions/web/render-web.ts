import {contentOf} from '../../document/element.ts'
import type {OutputFile} from '../../model.ts'
import {formatBytes} from '../byte-size.ts'
import type {EditionInput} from '../edition-input.ts'
import {collectFonts, fontsAsFiles} from '../fonts.ts'
import {placeCharts} from '../place-charts.ts'
import {imageBytes, placeImages} from '../place-images.ts'
import {renderContent, type Transform} from '../render-content.ts'
import {collectShellData, nestContents, type RenderMarkup} from '../shell-data.ts'
import {compileShell, joinStyles, markup} from '../shells.ts'
import {wordsOf} from '../words.ts'
import {collectDownloads, collectDrawings, placeDownloads, type Downloads} from './downloads.ts'
import {collectMetas, renderJsonLd} from './metadata.ts'
import {placeScrollRegions} from './scroll-regions.ts'
import {markNoteCalls, placeBackLinks} from './web-notes.ts'

export interface WebEdition {
  readonly html: string
  /** What the page needs beside it: fonts, images, data, drawings. Paths are relative to the page's folder. */
  readonly files: readonly OutputFile[]
  /** Characters that no font of the template has. */
  readonly uncovered: readonly string[]
}

/** The page, which needs no script, and the files that it leads to. */
export async function renderWeb(input: EditionInput): Promise<WebEdition> {
  const {template, document} = input
  const {parts, styles, fonts} = template.manifest
  const words = wordsOf(document.frontMatter.lang)
  const downloads = {tables: collectDownloads(input), drawings: collectDrawings(input.drawings, words), words}
  const data = collectWebData(input, downloads)
  const shell = compileShell(template, parts.web, 'web')
  // Rendered once without styles, to see which characters the fonts must have.
  const {faces, uncovered} = await collectFonts(shell({...data, styles: ''}), fonts, input.readPackage)
  const {css, files} = fontsAsFiles(faces)
  const images = document.images.map((path) => ({path: imagePath(path), content: imageBytes(path, input.images)}))
  return {
    html: shell({...data, styles: markup(`${css}\n${joinStyles(template, [...styles.shared, ...styles.web])}`)}),
    files: [...files, ...images, ...[...downloads.tables, ...downloads.drawings.values()].map(({file}) => file)],
    uncovered,
  }
}

function collectWebData(input: EditionInput, downloads: Downloads) {
  const {document, pdf} = input
  const {words} = downloads
  const inline: readonly Transform[] = [(tree) => markNoteCalls(tree, words), (tree) => placeImages(tree, imageAddress)]
  const render: RenderMarkup = (content) => markup(renderContent(content, inline))
  const body: readonly Transform[] = [
    ...inline,
    // Before the drawings, whose own elements are none of the page's.
    (tree) => placeScrollRegions(tree, words),
    (tree) => placeDownloads(tree, downloads, document.charts),
    (tree) => placeCharts(tree, input.drawings),
  ]
  const data = collectShellData(input, render)
  return {
    ...data,
    contents: nestContents(document.contents, 2, render),
    body: markup(renderContent(contentOf(document.body), body)),
    notes: document.notes.map((note) => ({
      id: note.id,
      number: note.number,
      content: render(placeBackLinks(note, words)),
    })),
    downloads: downloads.tables.map(({title, href, kind, asOf}) => ({title, href, kind, asOf})),
    pdf: pdf && {
      href: encodeURI(pdf.path),
      kind: pdf.bytes === undefined ? 'PDF' : `PDF, ${formatBytes(pdf.bytes, words)}`,
    },
    metas: collectMetas(input, data),
    jsonLd: renderJsonLd(input, data, downloads.tables),
  }
}

function imagePath(path: string): string {
  return `images/${path}`
}

function imageAddress(path: string): string {
  return encodeURI(imagePath(path))
}
