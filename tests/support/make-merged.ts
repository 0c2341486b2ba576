import type {Point} from 'unist'
import {VFile} from 'vfile'
import type {ChartSource, FrontMatter} from '../../src/model/brief.ts'
import type {Field, Row, Table} from '../../src/model/data.ts'
import type {Merged} from '../../src/model/document.ts'

/** What a test says about a brief; all else is as small as it can be. */
export interface MergedOptions {
  readonly frontMatter?: Partial<FrontMatter>
  /** Chart specs by name. */
  readonly charts?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly tables?: readonly Table[]
  /** Paths of images, which are empty files. */
  readonly images?: readonly string[]
}

/** A merged brief from the Markdown of its body, as if the body were the whole narrative. */
export function makeMerged(markdown: string, options: MergedOptions = {}): Merged {
  const narrative = new VFile({path: 'content/test/brief.md', value: markdown})
  const frontMatter = makeFrontMatter(options.frontMatter)
  const charts = new Map(Object.entries(options.charts ?? {}).map(([name, spec]) => [name, makeChart(name, spec)]))
  const tables = new Map((options.tables ?? []).map((table) => [table.name, table]))
  const images = new Map((options.images ?? []).map((path) => [path, new VFile({path: `content/test/${path}`})]))
  return {
    brief: {
      name: 'test',
      narrative,
      frontMatter,
      at: () => ({line: 1, column: 1}),
      body: markdown,
      bodyLine: 1,
      data: {
        file: new VFile({path: 'data/test/datapackage.json'}),
        licenses: [],
        sources: [],
        tables: [...tables.values()],
      },
      definitions: {file: undefined, values: new Map(), views: new Map()},
      charts,
      images,
    },
    values: {values: new Map(), tables},
    frontMatter,
    markdown,
    placeOf: (offset) => pointAt(markdown, offset),
    charts,
    tables,
    marked: {frontMatter, markdown, placeOf: (offset) => pointAt(markdown, offset), charts, tables},
    printed: [],
  }
}

/** A table whose fields are given by name with what is said about them. */
export function makeTable(name: string, fields: Readonly<Record<string, Partial<Field>>>, rows: readonly Row[]): Table {
  return {
    name,
    title: name,
    fields: Object.entries(fields).map(([field, said]) => ({name: field, type: 'string', title: field, ...said})),
    rows,
    sources: [],
  }
}

/** The messages of a narrative as `line:column id`, in the order in which they were left. */
export function messagesOf({brief}: Merged): string[] {
  return brief.narrative.messages.map(({line, column, ruleId}) => `${line ?? 0}:${column ?? 0} ${ruleId}`)
}

function makeFrontMatter(said: Partial<FrontMatter> = {}): FrontMatter {
  return {
    title: 'A brief',
    authors: [],
    lang: 'en',
    keywords: [],
    abbreviations: {},
    numberSections: 2,
    template: 'default',
    options: {},
    ...said,
  }
}

function makeChart(name: string, spec: Readonly<Record<string, unknown>>): ChartSource {
  return {file: new VFile({path: `content/test/charts/${name}.vl.json`}), spec}
}

function pointAt(text: string, offset: number): Point {
  const before = text.slice(0, offset).split('\n')
  return {line: before.length, column: (before.at(-1) ?? '').length + 1, offset}
}
