import {createRecolouring} from '../../charts/dark-colours.ts'
import {contentOf} from '../../document/element.ts'
import {shortHash} from '../../hash.ts'
import type {Drawing, OutputFile} from '../../model/document.ts'
import {formatBytes} from '../byte-size.ts'
import type {EditionInput, PrintedFile} from '../edition-input.ts'
import {foldChartData} from '../chart-data.ts'
import {collectFonts, fontsAsFiles} from '../fonts.ts'
import {placeCharts} from '../place-charts.ts'
import {imageBytes, placeImages} from '../place-images.ts'
import {renderContent, type Transform} from '../render-content.ts'
import {chosenOptions, collectShellData, nestContents, type RenderMarkup} from '../shell-data.ts'
import {compileShell, markup} from '../shells.ts'
import {filled, wordsOf, type Words} from '../words.ts'
import {withPolicy} from './content-policy.ts'
import {collectDownloads, collectDrawings, placeDownloads, type Downloads} from './downloads.ts'
import {dropPages} from './drop-pages.ts'
import {createStyleHoist} from './hoist-styles.ts'
import {absoluteAddress, collectMetas, pictureMetas, renderJsonLd, type Meta} from './metadata.ts'
import {collectCitations, collectDataPackage, type Offer} from './offers.ts'
import {placePermalinks} from './permalinks.ts'
import {scriptFile, withTips} from './place-tips.ts'
import {placeScrollRegions} from './scroll-regions.ts'
import {embedFiles} from './standalone.ts'
import {styleLink, styleSheet} from './style-sheet.ts'
import {collectTranslations} from './translations.ts'
import {markNoteCalls, noteAnchors, placeBackLinks} from './web-notes.ts'

export interface WebEdition {
  readonly html: string
  /** What the page needs beside it: styles, fonts, images, data, drawings. Paths are relative to the page's folder. */
  readonly files: readonly OutputFile[]
  /** The page in one file, if it was asked for. */
  readonly standalone: string | undefined
  /** Characters that no font of the template has. */
  readonly uncovered: readonly string[]
}

/**
 * The page, which needs no script, and the files that it leads to. All but the frame of the page is made while the
 * printed edition is on its way; its link says how long it is.
 */
export async function renderWeb(
  input: EditionInput,
  printed: Promise<PrintedFile | undefined> = Promise.resolve(input.pdf),
): Promise<WebEdition> {
  const {template, document} = input
  const made = collectWebData(input)
  const shell = compileShell(template, template.manifest.parts.web, 'web')
  // Rendered once without styles, to see which characters the fonts must have.
  const whole = shell({...made.data, metas: made.metas, stylesheet: '', scripts: ''})
  const {faces, uncovered} = await collectFonts(whole, template.manifest.fonts, input.readPackage)
  const {css, files: fonts, early} = fontsAsFiles(faces, 'assets/')
  const sheet = styleSheet(template, [css, made.styles])
  const images = document.images.map((path) => ({
    path: imagePath(path, input),
    content: imageBytes(path, input.images),
  }))
  const script = input.tipScript === undefined ? undefined : scriptFile(input.tipScript)
  const files = [sheet, ...(script ? [script] : []), ...fonts, ...images, ...made.files]
  const [pdf, picture] = await Promise.all([printed, input.sharePicture])
  const data = {
    ...made.data,
    metas: [...made.metas, ...pictureMetas(picture, input)],
    scripts: script === undefined ? '' : markup(`<script src="${script.path}" defer></script>`),
  }
  const render = (offered: PrintedFile | undefined, styles: string) =>
    shell({...data, ...pdfData(offered, input), stylesheet: markup(styles)})
  return {
    html: withPolicy(render(pdf, styleLink(sheet, early)), {standalone: false}),
    files: picture === undefined ? files : [...files, picture.file],
    // The PDF is not in it: its link is left out unless it leads to the web.
    standalone:
      input.standalone === true
        ? withPolicy(embedFiles(render(input.pageUrl === undefined ? undefined : pdf, styleLink(sheet)), files), {
            standalone: true,
          })
        : undefined,
    uncovered,
  }
}

/** A list of contents with more entries than this is higher than most screens: it stays with the sections. */
const MOST_IN_SIGHT = 24

interface Made {
  /** What the shell is given, but for the styles. */
  readonly data: Readonly<Record<string, unknown>>
  readonly metas: readonly Meta[]
  /** Rules that this page needs beside the template's. */
  readonly styles: string
  readonly files: readonly OutputFile[]
}

function collectWebData(input: EditionInput): Made {
  const {document} = input
  const words = wordsOf(document.frontMatter.lang)
  const downloads = {tables: collectDownloads(input), drawings: collectDrawings(input, words), words}
  const dataPackage = collectDataPackage(input, downloads.tables)
  const citations = collectCitations(input)
  const {render, body, styles} = renderBody(input, downloads)
  const data = collectShellData(input, render)
  const offered = [...downloads.tables, ...[...downloads.drawings.values()].flat(), ...citations].map(({file}) => file)
  return {
    data: {
      ...data,
      ...pdfData(input.pdf, input),
      contents: nestContents(document.contents, 2, render),
      contentsWhole: document.contents.filter(({depth}) => depth <= 2).length <= MOST_IN_SIGHT,
      body,
      notes: document.notes.map((note) => ({
        id: note.id,
        number: note.number,
        content: render(placeBackLinks(note, words)),
      })),
      downloads: downloads.tables.map(({title, href, kind, asOf}) => ({title, href, kind, asOf})),
      dataPackage: dataPackage && linkOf(dataPackage.archive),
      citations: citations.map(({text, ...offer}) => ({...linkOf(offer), text})),
      canonical: input.pageUrl,
      translations: collectTranslations(input),
      jsonLd: renderJsonLd(input, data, downloads.tables),
    },
    metas: collectMetas(input, data),
    styles: [noteAnchors(document.notes), styles].join('\n'),
    files: [...offered, ...(dataPackage ? [dataPackage.description, dataPackage.archive.file] : [])],
  }
}

/** How the page's content is rendered, its body, and the rules that the drawings in it need. */
function renderBody(input: EditionInput, downloads: Downloads) {
  const {document} = input
  const {words} = downloads
  const hoist = createStyleHoist()
  const {recolour, css} = createRecolouring()
  const inline: readonly Transform[] = [
    dropPages,
    (tree) => markNoteCalls(tree, words),
    (tree) => placeImages(tree, (path) => encodeURI(imagePath(path, input))),
  ]
  const body: readonly Transform[] = [
    ...inline,
    // Before the drawings, whose own elements are none of the page's.
    (tree) => placePermalinks(tree),
    (tree) => foldChartData(tree, {...input, charts: document.charts, lang: document.frontMatter.lang, words}),
    (tree) => placeScrollRegions(tree, words),
    (tree) => placeDownloads(tree, downloads, document.charts),
    (tree) =>
      placeCharts(
        tree,
        withoutStyles(drawingsOf(input, words), (svg) => hoist.hoist(recolour(svg))),
      ),
  ]
  const {values} = chosenOptions(document, input.template.manifest.options)
  const printed = values === 'shown' ? document.printed : undefined
  const render: RenderMarkup = (content) => markup(renderContent(content, inline, printed))
  return {
    render,
    body: markup(renderContent(contentOf(document.body), body, printed)),
    styles: [hoist.css(), css()].join('\n'),
  }
}

function drawingsOf({document, drawings, tipScript}: EditionInput, words: Words): ReadonlyMap<string, Drawing> {
  if (tipScript === undefined) return drawings
  return withTips(drawings, {charts: document.charts, lang: document.frontMatter.lang, words})
}

function withoutStyles(
  drawings: ReadonlyMap<string, Drawing>,
  hoist: (svg: string) => string,
): ReadonlyMap<string, Drawing> {
  return new Map(
    [...drawings].map(([key, drawing]) => {
      const narrow = drawing.narrow === undefined ? {} : {narrow: hoist(drawing.narrow)}
      return [key, {...drawing, ...narrow, svg: hoist(drawing.svg)}]
    }),
  )
}

function pdfData(pdf: PrintedFile | undefined, {pageUrl, document, standalone}: EditionInput) {
  if (pdf === undefined) return {pdf: undefined}
  const kind = pdfKind(pdf, wordsOf(document.frontMatter.lang))
  const address = absoluteAddress(encodeURI(pdf.path), pageUrl)
  return {pdf: {href: standalone === true ? address : encodeURI(pdf.path), kind, address}}
}

function pdfKind({pages, bytes}: PrintedFile, words: Words): string {
  const parts = [
    'PDF',
    pages === undefined ? undefined : filled(pages === 1 ? words.onePage : words.pages, pages),
    bytes === undefined ? undefined : formatBytes(bytes, words),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

function linkOf({title, href, kind}: Offer) {
  return {title, href, kind}
}

/** `assets/images/dam.0123456789.png`: a browser may keep it for ever. */
function imagePath(path: string, {images}: EditionInput): string {
  const dot = path.lastIndexOf('.')
  return `assets/images/${path.slice(0, dot)}.${shortHash(imageBytes(path, images))}${path.slice(dot)}`
}
