/** A stretch of a text, the second offset excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const pairs: Readonly<Record<string, string>> = {'“': '”', '«': '»', '„': '“'}

/** What stands between quotation marks, the marks included; a quotation that is never closed reaches to the end. */
export function quotations(text: string): Stretch[] {
  const found: Stretch[] = []
  let open: {at: number; close: string} | undefined
  for (const {0: mark, index} of text.matchAll(/[“”«»„"]/g)) {
    if (open === undefined) {
      const close = mark === '"' ? '"' : pairs[mark]
      if (close !== undefined) open = {at: index, close}
    } else if (mark === open.close) {
      found.push({start: open.at, end: index + 1})
      open = undefined
    }
  }
  return open === undefined ? found : [...found, {start: open.at, end: text.length}]
}
