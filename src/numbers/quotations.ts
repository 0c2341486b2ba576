/** A stretch of a text, the second offset excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

const pairs: Readonly<Record<string, string>> = {'“': '”', '«': '»', '„': '“', '»': '«'}

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
  const all = open === undefined ? found : [...found, {start: open.at, end: text.length}]
  return [...all, ...singleQuotations(text)]
}

/** Between single marks: one that no other closes is an apostrophe, or for the check of marks to find. */
function singleQuotations(text: string): Stretch[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])‘[^‘]*?[^\s‘]’(?![\p{L}\p{N}])/gu)].map(({0: whole, index}) => ({
    start: index,
    end: index + whole.length,
  }))
}
