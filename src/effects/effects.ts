import type {PictureJob} from '../pictures/picture-job.ts'

/**
 * The one door to the world. Every stage is a function over values; what it needs from outside it gets through this
 * interface: files, the browser, the drawing of charts on another core, the clock, what is shown to the author.
 */
export interface Effects {
  readonly files: Files
  readonly browser: BrowserDoor
  /** Runs chart drawing on another thread: the same function as `drawChart`, over plain values. */
  readonly charts: ChartDoor
  /** Makes PNG of SVG, on another thread. */
  readonly pictures: PictureDoor
  /** What was computed before, in this run or an earlier one. */
  readonly cache: CacheDoor
  /** The author's repository, read and never written. */
  readonly git: GitDoor
  readonly stages: Stages
  /** What runs in a reader's browser on pages that ask for it: a script of src/reader by name. */
  readonly readerScript: (name: string) => Promise<string>
}

/** The stages of the pipeline as they begin: shown on a terminal when a build takes more than a second, and timed. */
export interface Stages {
  /** @param detail what takes long, where something does */
  readonly begin: (stage: string, detail?: string) => void
  /** Milliseconds of each stage since the last call, in order. */
  readonly timings: () => Readonly<Record<string, number>>
}

/** Paths are absolute. Reading follows no link that leaves `root`. */
export interface Files {
  /** The file's bytes, or undefined where there is none. */
  readonly maybeRead: (path: string) => Promise<Uint8Array | undefined>
  /** Where a file that may be read stands on the disk, for a library that reads by itself; undefined where it does not. */
  readonly maybeLocate?: (path: string) => Promise<string | undefined>
  /** Paths of all files below a folder, relative to it, sorted, with forward slashes; none where there is no folder. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Names of the folders in a folder, sorted. */
  readonly folders: (folder: string) => Promise<readonly string[]>
  /** A file of an installed npm package, as `@fontsource/source-serif-4/files/x.woff2`. */
  readonly maybeReadPackage: (specifier: string) => Promise<Uint8Array | undefined>
  /**
   * Replaces a folder by new content, all of it or nothing: written beside it, then moved into place.
   *
   * @throws OutputError when the folder cannot be written
   */
  readonly publish: (folder: string, files: readonly {path: string; content: string | Uint8Array}[]) => Promise<void>
  /**
   * Writes one file, all of it or nothing.
   *
   * @throws OutputError when it cannot be written
   */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>
  /**
   * Takes a file away, where it is.
   *
   * @throws OutputError when it cannot be taken away
   */
  readonly remove: (path: string) => Promise<void>
}

export interface GitDoor {
  /**
   * The files of some folders of a project as a revision has them, read from the repository without a checkout.
   *
   * @param revision a commit, branch or tag
   * @returns undefined where there is no repository, or no such revision in it
   * @throws GitError when git cannot be run or refuses
   */
  readonly maybeTree: (
    revision: string,
    from: {readonly project: string; readonly folders: readonly string[]},
  ) => Promise<GitTree | undefined>
}

/** Contents by paths relative to the project. */
export type GitTree = ReadonlyMap<string, Uint8Array>

export interface BrowserDoor {
  /**
   * What the browser is known by, without starting it: one of the same name prints the same. Undefined where that cannot be
   * known, as of a program that the user named.
   *
   * @throws Refusal when there is no browser
   */
  readonly maybeIdentity: () => Promise<string | undefined>
  /** Begins to start the browser. The result is settled when it has started, or failed to: whoever opens a page meets that. */
  readonly warm: () => Promise<void>
  /**
   * Opens a page that holds `html`, laid out as for print, `width` CSS px wide, with fonts loaded and network refused.
   *
   * @param onSent called when the browser has the document: there is time for other work while it lays it out
   */
  readonly open: (html: string, size: {width: number; height: number}, onSent?: () => void) => Promise<PrintPage>
  readonly close: () => Promise<void>
}

/** A document laid out in the browser. */
export interface PrintPage extends AsyncDisposable {
  /** Calls a function of the page bundle (src/page/) by name with a JSON value; gives its JSON result. */
  readonly call: <Result>(name: string, argument?: unknown) => Promise<Result>
  readonly print: () => Promise<Uint8Array>
}

export interface ChartDoor {
  /** Begins to load the drawing library. The result is settled when it is loaded, or failed to be: who draws meets that. */
  readonly warm: () => Promise<void>
  readonly draw: (jobs: readonly unknown[]) => Promise<readonly unknown[]>
  readonly close: () => Promise<void>
}

export interface PictureDoor {
  /** Begins to load what draws. */
  readonly warm: () => void
  /**
   * A PNG of each drawing, in order; the same bytes on every machine.
   *
   * @throws Error when a drawing is not SVG
   */
  readonly rasterise: (jobs: readonly PictureJob[]) => Promise<readonly Uint8Array[]>
  readonly close: () => Promise<void>
}

export interface LinkDoor {
  /** Asks whether a page of the web is there. */
  readonly probe: (address: string, way?: ProbeWay) => Promise<Probe>
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

export interface ProbeWay {
  /** Milliseconds that the server may take. */
  readonly timeout?: number
  /** `get` asks for the whole page at once. */
  readonly method?: 'head' | 'get'
}

/** What a server answered, or why it did not. */
export type Probe =
  | {
      readonly status: number
      /** Where the page went for good. */
      readonly moved?: string
      /** Milliseconds that the server asks us to wait. */
      readonly retryAfter?: number
    }
  | {readonly failure: string}

export interface CacheDoor {
  /** What was kept under the key; undefined when nothing was, or when it cannot be trusted. Never fails. */
  readonly maybeGet: (key: CacheKey) => Promise<Uint8Array | undefined>
  /** Begins to keep a result without waiting for it. Never fails: what cannot be kept is computed again. */
  readonly keep: (key: CacheKey, content: string | Uint8Array) => void
  /** Waits until all is kept. */
  readonly close: () => Promise<void>
}

/** Names a result by all that it depends on. */
export interface CacheKey {
  /** What kind of result it is, as `chart`: a word of lower-case letters and hyphens. */
  readonly kind: string
  /** Everything that the result depends on but the program's own code and libraries, in order. */
  readonly parts: readonly (string | Uint8Array)[]
}
