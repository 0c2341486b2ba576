/** Text without its spaces and in one form: for comparing what was written with what is read back. */
export function letters(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00AD\u200B]+/g, '')
}
