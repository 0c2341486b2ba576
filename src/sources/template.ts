import type {VFile} from 'vfile'

/** A template: its manifest validated, the files that it names found. Handlebars in them is not compiled yet. */
export interface Template {
  readonly name: string
  readonly manifest: TemplateManifest
  /** The text of every text file of the template by path inside its folder: `web.hbs`, `styles/print.css`. */
  readonly parts: ReadonlyMap<string, string>
  /** The same files, to leave messages on; `template.json` is among them. */
  readonly files: ReadonlyMap<string, VFile>
  /** The content of the manifest's `chartTheme` file: a Vega-Lite config and what else the charts read from it. */
  readonly chartTheme: Readonly<Record<string, unknown>>
}

/** template.json. Files are named by path inside the template's folder. */
export interface TemplateManifest {
  readonly name: string
  readonly title: string
  readonly version: string
  readonly parts: TemplateParts
  readonly styles: TemplateStyles
  readonly fonts: readonly FontFamily[]
  /** What a brief may choose in its front matter, by name. */
  readonly options: Readonly<Record<string, TemplateOption>>
  /** Page geometry by paper, in whole CSS px. */
  readonly page: Readonly<Record<string, PageGeometry>>
  readonly chartTheme?: string
  /** How wide charts are drawn, in CSS px: for the text column, and for the page on a narrow screen. */
  readonly chart: {readonly width: number; readonly narrow?: number}
}

export interface TemplateParts {
  readonly web: string
  readonly print: string
  /** Running heads and folios, rendered once per page. */
  readonly furniture: string
  /** The page that lists several briefs. */
  readonly index?: string
  readonly partials: readonly string[]
}

/** Style sheets in order of the cascade. */
export interface TemplateStyles {
  readonly shared: readonly string[]
  readonly web: readonly string[]
  readonly print: readonly string[]
}

export interface FontFamily {
  readonly family: string
  /** An npm package of static font files, as `@fontsource/source-serif-4`. */
  readonly package: string
  readonly faces: readonly FontFace[]
  readonly subsets: readonly string[]
}

export interface FontFace {
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** Whether it stands at the top of every page, so that a browser should ask for it before it has read the styles. */
  readonly early?: boolean
}

export type OptionValue = string | number | boolean

export interface TemplateOption {
  /** Without choices any value of the default's type will do. */
  readonly choices?: readonly OptionValue[]
  readonly default: OptionValue
  readonly description?: string
}

export interface PageGeometry {
  readonly width: number
  readonly height: number
  /** Where the text column begins, from the page's left edge, and how wide it is. */
  readonly column: {readonly left: number; readonly width: number}
  readonly top: number
  readonly bottom: number
  /** Between the text and the note area, at the least. */
  readonly noteArea: {readonly gap: number}
}
