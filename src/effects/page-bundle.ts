import {readFile} from 'node:fs/promises'
import {stripTypes} from './strip-types.ts'

/** Each may import only from those before it; the last one's `createPages` makes the object that Node calls. */
const modules = [
  'boxes',
  'text-lines',
  'pieces',
  'tables',
  'collect',
  'fit',
  'links',
  'extract',
  'measure',
  'decorate',
  'frames',
  'layout',
  'probes',
  'spacers',
  'place',
  'repaint',
  'texts',
  'spots',
  'verify',
  'page',
] as const

/**
 * Makes one expression of the modules of src/page/, whose value is an object with the functions that page.ts offers.
 *
 * They are plain TypeScript modules with named exports of functions alone. With their types gone, each becomes a
 * function that gives its exports, and each import takes names out of what an earlier one gave: no build step, and
 * line numbers stay as they are.
 */
export async function createPageBundle(): Promise<string> {
  const texts = await Promise.all(modules.map(readModule))
  const scopes = modules.map((name, index) => `modules['${name}'] = ${scopeOf(texts[index] ?? '')}`)
  return `(() => {\nconst modules = {}\n${scopes.join('\n')}\nreturn modules.page.createPages()\n})()`
}

/** In an installed package they are JavaScript already. */
async function readModule(name: string): Promise<string> {
  const read = (extension: string): Promise<string> =>
    readFile(new URL(`../page/${name}.${extension}`, import.meta.url), 'utf8')
  return await read('ts').catch(() => read('js'))
}

function scopeOf(text: string): string {
  const plain = stripTypes(text)
  const names = [...plain.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name)
  const body = plain
    .replaceAll(
      /^import (\{[^}]*\}) from '\.\/([\w-]+)\.[jt]s';?/gm,
      (_, taken, from) => `const ${taken} = modules['${from}']`,
    )
    .replaceAll(/^export /gm, '')
  return `(() => {${body}\nreturn {${names.join(', ')}}\n})()`
}
