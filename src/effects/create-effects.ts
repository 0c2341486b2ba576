import {createBrowserDoor} from './browser.ts'
import {createCache, createNoCache} from './cache.ts'
import {createChartDoor} from './charts.ts'
import type {Effects} from './effects.ts'
import {createFiles} from './files.ts'
import {createGitDoor} from './git.ts'
import {createPictureDoor} from './pictures.ts'
import {readReaderScript} from './reader-scripts.ts'
import {createStages} from './stages.ts'
import type {Terminal} from './terminal.ts'
import type {Config} from '../model/config.ts'

export interface EffectsInput {
  readonly config: Config
  readonly terminal: Terminal
  /** Aborted when the user interrupts; the browser and the worker are stopped then. */
  readonly signal: AbortSignal
  /** Bytes of results to keep in memory, for who makes the same brief again and again. */
  readonly memory?: number
}

/** The real world: this machine's files, its browser, a worker for the charts. Nothing starts before it is needed. */
export function createEffects({config, terminal, signal, memory = 0}: EffectsInput): Effects {
  return {
    files: createFiles(config),
    browser: createBrowserDoor({
      named: config.browser,
      onNote: (note) => terminal.err(`${note}\n`),
      signal,
      ...(config.browserTimeout === undefined ? {} : {timeout: config.browserTimeout}),
    }),
    charts: createChartDoor(),
    pictures: createPictureDoor(),
    cache: config.cache ? createCache({memory}) : createNoCache(),
    git: createGitDoor(),
    stages: createStages(terminal),
    readerScript: readReaderScript,
  }
}
