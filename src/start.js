#!/usr/bin/env node
/**
 * Where the program and its threads start. Each is a part: a TypeScript module of src/ that exports `start`.
 *
 * A part runs as it is written, but a thousand modules take longer to find and to compile than a brief takes to make.
 * So `npm ci` also bundles each part, with its libraries, into one script (see .ci/bundle.mjs), and the first run of it
 * keeps what V8 compiled. A bundle that is older than any file of src/ is not used.
 *
 * This file is JavaScript, because to load what strips types takes as long as to start Node.
 */
import {existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {createRequire, enableCompileCache, flushCompileCache} from 'node:module'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {constants, Script} from 'node:vm'
import {isMainThread, workerData} from 'node:worker_threads'

/** @typedef {{start: (keepCode: () => void) => unknown}} Part */

const sources = new URL('./', import.meta.url)
const cache = new URL('../node_modules/.cache/policy-brief/', import.meta.url)
/** An installed package has its bundles beside this file, and JavaScript for TypeScript. */
const isPackage = existsSync(new URL('cli.js', sources))
const bundles = new URL('program/', isPackage ? sources : cache)

// A run is over before most of what V8 would optimise has paid for itself, and to optimise takes the core that the browser
// needs: only what is called very often is optimised, and WebAssembly, which draws pictures, is compiled once. Flags have
// to be the same whenever code is kept or taken up.
const thrift = [
  '--invocation-count-for-maglev=5000',
  '--invocation-count-for-turbofan=40000',
  '--invocation-count-for-maglev-osr=1500',
  '--invocation-count-for-osr=8000',
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
]
if (isMainThread) for (const flag of thrift) setFlagsFromString(flag)

const part = isMainThread ? 'cli.ts' : String(workerData.part)
const bundle = maybeBundle()
await (bundle === undefined ? runSources() : runBundle(bundle))

/** Node strips the types, and keeps that, and what it compiles before anything is called. */
async function runSources() {
  enableCompileCache(fileURLToPath(new URL('compiled', cache)))
  const {start} = /** @type {Part} */ (
    await import(new URL(isPackage ? part.replace(/\.ts$/, '.js') : part, sources).href)
  )
  await start(flushCompileCache)
}

/**
 * The bundle of this part, if it was made of the sources and libraries as they stand now.
 *
 * @returns {{path: string, text: string} | undefined}
 */
function maybeBundle() {
  try {
    /** @type {{parts: Record<string, string>, stamps: [path: string, size: number, time: number][]}} */
    const {parts, stamps} = JSON.parse(readFileSync(new URL('stamp.json', bundles), 'utf8'))
    const folder = fileURLToPath(sources)
    const isFresh = stamps.every(([name, size, time]) => {
      const stats = statSync(folder + name)
      return stats.size === size && stats.mtimeMs === time
    })
    if (!isFresh) return undefined
    const path = fileURLToPath(new URL(String(parts[part]), bundles))
    return {path, text: readFileSync(path, 'utf8')}
  } catch {
    return undefined
  }
}

/**
 * Runs a bundle with the compiled code that an earlier run kept. Node's own cache would not do: it lacks the functions
 * that are compiled when they are first called, which are nearly all. Every command keeps what it calls itself.
 *
 * @param {{path: string, text: string}} bundle
 */
async function runBundle({path, text}) {
  const code = `${path}.${isMainThread ? (process.argv[2] ?? '').replaceAll(/\W/g, '') : 'thread'}.code`
  const script = new Script(`(function (require, exports, sources) {${text}\n})`, {
    filename: path,
    cachedData: maybeRead(code),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  })
  const exports = /** @type {Part} */ ({})
  script.runInThisContext()(createRequire(new URL(part, sources)), exports, sources.href)
  await exports.start(() => {
    if (script.cachedDataRejected !== false) keep(code, script.createCachedData())
  })
}

/** @param {string} path */
function maybeRead(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/**
 * Writes a file, all of it or nothing. Where that cannot be, the next run is only slower.
 *
 * @param {string} path
 * @param {Uint8Array} content
 */
function keep(path, content) {
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, content)
    renameSync(draft, path)
  } catch {
    rmSync(draft, {force: true})
  }
}
