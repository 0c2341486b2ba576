import type {ElementContent, Root} from 'hast'
import type {Variant} from '../../model/config.ts'
import {contentOf, isElement} from '../../document/element.ts'
import type {EditionInput} from '../edition-input.ts'
import {appendChartData} from '../chart-data.ts'
import {collectFonts, fontsAsData} from '../fonts.ts'
import {placeCharts} from '../place-charts.ts'
import {imageAsData, placeImages} from '../place-images.ts'
import {renderContent, type Transform} from '../render-content.ts'
import {collectShellData, nestContents, type RenderMarkup} from '../shell-data.ts'
import {compileShell, joinStyles, markup} from '../shells.ts'
import {wordsOf} from '../words.ts'
import {addHint, letFloat, placeBreakHints} from './break-hints.ts'
import {listFigures} from './figure-lists.ts'
import {placeLanguageRoles} from './language-roles.ts'
import {markLines} from './mark-lines.ts'
import {takePageBreaks} from './page-breaks.ts'
import {placePageReferences} from './page-references.ts'
import {pageGeometry} from './page-geometry.ts'
import {pageStyles} from './page-styles.ts'
import {placeNoteNumber} from './print-notes.ts'

export interface PrintDocument {
  readonly html: string
  /** Characters that no font of the template has. */
  readonly uncovered: readonly string[]
}

/** The print document before it is cut into pages. Fonts, drawings and images are inside; no address leads out of it. */
export async function renderPrint(input: EditionInput, variants: readonly Variant[] = []): Promise<PrintDocument> {
  const {template, document} = input
  const {parts, styles, fonts} = template.manifest
  const data = collectPrintData({...input, drawings: await withoutHalos(input)})
  const shell = compileShell(template, parts.print, 'print')
  // Rendered once without styles, to see which characters the fonts must have.
  const {faces, uncovered} = await collectFonts(shell({...data, styles: ''}), fonts, input.readPackage)
  const page = pageStyles(pageGeometry(template, document, variants), variants)
  const css = joinStyles(template, [...styles.shared, ...styles.print])
  return {html: shell({...data, styles: markup(`${fontsAsData(faces)}\n${css}\n${page}`)}), uncovered}
}

function collectPrintData(input: EditionInput) {
  const {document} = input
  const images: Transform = (tree) => placeImages(tree, (path) => imageAsData(path, input.images))
  const charts: Transform = (tree) => placeCharts(tree, input.drawings)
  const render: RenderMarkup = (content) => markup(renderContent(content, [markLines, placeLanguageRoles, images]))
  const data = collectShellData(input, render)
  const references: Transform = (tree) => placePageReferences(tree, wordsOf(document.frontMatter.lang))
  const {cover, floats} = data.options
  const body = [
    markLines,
    placeLanguageRoles,
    references,
    images,
    chartTables(input, data.options['chart-data']),
    charts,
    takePageBreaks,
    placeBreakHints,
    ...(cover === 'page' ? [beginOnNewPage] : []),
    ...(floats === 'top' ? [letFloat] : []),
  ]
  return {
    ...data,
    contents: nestContents(document.contents, contentsDepth(data.options.contents), render),
    ...listFigures(document.body, data.options.lists, render),
    body: markup(renderContent(contentOf(document.body), body)),
    notes: document.notes.map(({id, number, content}) => ({
      id,
      number,
      content: render(placeNoteNumber(number, content)),
    })),
  }
}

/** Drawings whose texts have no strokes: see `outlineHalos`. */
async function withoutHalos({drawings, template, readPackage}: EditionInput): Promise<EditionInput['drawings']> {
  const haloed = [...drawings.values()].filter(({svg}) => svg.includes(' paint-order="stroke"'))
  if (haloed.length === 0) return drawings
  const [{loadChartFonts}, {outlineHalos}] = await Promise.all([
    import('../../charts/load-chart-fonts.ts'),
    import('../../pictures/outline-texts.ts'),
  ])
  const svgs = haloed.map(({svg}) => svg)
  const fonts = await loadChartFonts(template.manifest.fonts, svgs, {maybeReadPackage: readPackage})
  const outlined = haloed.map((drawing) => [drawing.key, {...drawing, svg: outlineHalos(drawing.svg, fonts)}] as const)
  return new Map([...drawings, ...outlined])
}

/** The data of charts stand after them where the brief asks for it. */
function chartTables({document, drawings}: EditionInput, option: unknown): Transform {
  const {lang} = document.frontMatter
  if (option !== 'print') return () => {}
  return (tree) => appendChartData(tree, {charts: document.charts, drawings, lang, words: wordsOf(lang)})
}

/** The cover keeps its page to itself. */
function beginOnNewPage(tree: Root): void {
  const first = tree.children.find((node): node is ElementContent & {type: 'element'} => isElement(node))
  if (first) addHint(first, 'before')
}

function contentsDepth(option: string | number | boolean | undefined): number {
  if (option === 'none') return 0
  return option === 'subsections' ? 2 : 1
}
