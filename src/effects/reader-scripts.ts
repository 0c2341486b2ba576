import {readFile} from 'node:fs/promises'
import {stripTypes} from './strip-types.ts'

/** What runs in a reader's browser, by name: a script of src/reader without its types and comments. */
export async function readReaderScript(name: string): Promise<string> {
  const read = (extension: string): Promise<string> =>
    readFile(new URL(`../reader/${name}.${extension}`, import.meta.url), 'utf8')
  const plain = await read('ts').then(stripTypes, () => read('js'))
  const lines = plain.replaceAll(/^\s*\/\*\*[^]*?\*\/$/gm, '').split('\n')
  const code = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//'))
  return `(() => {\n${code.join('\n').replace(/\n?export \{\};?/, '')}\n})()\n`
}
