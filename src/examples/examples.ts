import {join, resolve} from 'node:path'
import type {Files} from '../effects/effects.ts'

/** A brief that comes with the program, to begin one's own from. */
export interface Example {
  /** What it shows. */
  readonly summary: string
  /** Its folders, from the program's own. */
  readonly content: string
  readonly data: string
  /** A brief begun from it is of that day; else it keeps the example's date. */
  readonly begunToday?: true
}

/** THE table of examples; the first is where a new brief begins when nothing else is asked for. */
export const examples: Readonly<Record<string, Example>> = {
  starter: {
    summary: 'two pages with a chart, a table, a note and a recommendation, and comments that teach',
    content: 'examples/starter/content',
    data: 'examples/starter/data',
    begunToday: true,
  },
  charts: {
    summary: 'a gallery: each kind of chart that briefs need, with its file to begin from',
    content: 'examples/charts/content',
    data: 'examples/charts/data',
    begunToday: true,
  },
  'after-kabul': {
    summary: 'a whole brief: notes, charts, tables, boxes, and figures that disagree with each other',
    content: 'content/after-kabul',
    data: 'data/after-kabul',
  },
}

/** The folder of the program, in which its examples are. */
const program = resolve(import.meta.dirname, '../..')

export interface ExampleFiles {
  /** By path inside `content/<brief>/`. */
  readonly content: ReadonlyMap<string, Uint8Array>
  /** By path inside `data/<brief>/`. */
  readonly data: ReadonlyMap<string, Uint8Array>
}

/** Reads the files of an example. */
export async function loadExample({content, data}: Example, files: Files): Promise<ExampleFiles> {
  return {content: await loadFolder(join(program, content), files), data: await loadFolder(join(program, data), files)}
}

async function loadFolder(folder: string, files: Files): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = await files.list(folder)
  const loaded = await Promise.all(
    paths.map(async (path) => [path, await files.maybeRead(join(folder, path))] as const),
  )
  return new Map(loaded.filter((entry): entry is readonly [string, Uint8Array] => entry[1] !== undefined))
}
