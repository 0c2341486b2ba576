import {readFile} from 'node:fs/promises'
import {stripTypeScriptTypes} from 'node:module'

/** In order of use: each module may import only from those before it. `page.ts` exports what Node calls. */
const modules = ['boxes', 'text-lines', 'pieces', 'tables', 'collect', 'spacers', 'decorate', 'page'] as const

/**
 * Makes one expression of the modules of src/page/, whose value is an object with the functions that page.ts exports.
 * They are plain TypeScript modules without default exports, renames or side effects: with their types, their imports
 * and the word `export` gone they can stand one after another in one function.
 */
export async function createPageBundle(): Promise<string> {
  const texts = await Promise.all(modules.map((name) => readFile(new URL(`../page/${name}.ts`, import.meta.url), 'utf8')))
  const plain = texts.map((text) => stripTypeScriptTypes(text).replaceAll(importPattern, '').replaceAll(/^export /gm, ''))
  return `(() => {\n${plain.join('\n')}\nreturn createPages()\n})()`
}

const importPattern = /^import .*? from '.*?'$/gms
