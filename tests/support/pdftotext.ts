import {spawnSync} from 'node:child_process'

/** Whether Poppler's reader of text is here: nothing else needs it. */
export function hasPdftotext(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined
}

/** The text of a PDF in the order in which it is painted; a form feed ends each page. */
export function pdftotext(path: string): string {
  const {stdout, status} = spawnSync('pdftotext', ['-raw', path, '-'], {encoding: 'utf8', maxBuffer: 100_000_000})
  if (status !== 0) throw new Error(`pdftotext ended with ${status}`)
  return stdout
}
