import {readFile, writeFile} from 'node:fs/promises'

/** Whether a file that is made from the program is old. `npm run generate` writes it. */
export async function differs(path: string, current: string): Promise<boolean> {
  const there = await readFile(path, 'utf8').catch(() => '')
  if (there === current) return false
  if (process.env['UPDATE_GOLDEN'] !== '1' || process.env['CI'] !== undefined) return true
  await writeFile(path, current)
  return false
}
