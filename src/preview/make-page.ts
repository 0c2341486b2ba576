import type {Composed} from '../compose-brief.ts'
import {makeEditions} from '../editions/make-editions.ts'
import type {Effects} from '../effects/effects.ts'
import type {Config} from '../model/config.ts'
import type {OutputFile} from '../model/document.ts'
import {markValues} from './mark-values.ts'

/** The files of the page by path. */
export type PageFiles = ReadonlyMap<string, OutputFile['content']>

export interface MakePageInput {
  readonly composed: Composed
  readonly config: Config
  readonly effects: Effects
}

export interface MadePage {
  readonly files: PageFiles
  /** Nothing was left for later. */
  readonly isWhole: boolean
}

/**
 * The page as it can be had at once: of charts that changed, what was not drawn before is left out, that is, their form
 * for narrow screens, and the pictures that the page offers beside them.
 */
export async function makeQuickPage(input: MakePageInput): Promise<MadePage> {
  const {effects} = input
  let isWhole = true
  const later = (): Promise<[]> => {
    isWhole = false
    return Promise.resolve([])
  }
  const quick = {
    ...effects,
    charts: {...effects.charts, draw: later},
    pictures: {...effects.pictures, rasterise: later},
  }
  const files = await makePage({...input, effects: quick})
  return {files, isWhole}
}

/** The page with everything. */
export async function makePage({composed, config, effects}: MakePageInput): Promise<PageFiles> {
  const marked = {...composed, document: markValues(composed.document)}
  const {outputs} = await makeEditions(marked, {...config, editions: ['web']}, effects)
  return new Map(outputs.map(({path, content}) => [path, content]))
}
