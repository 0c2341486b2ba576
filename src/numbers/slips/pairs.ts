import {slipBrackets, slipQuotes} from '../../messages/slips.ts'
import type {Passage} from '../../prose/passage.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

const brackets: Readonly<Record<string, string>> = {')': '(', ']': '['}
const closingQuotes: Readonly<Record<string, string>> = {'”': '“', '»': '«'}

/** Quotation marks and brackets that stand alone in their passage. */
export function checkPairs({prose}: SlipInput): Finding[] {
  return prose.passages.flatMap((passage, index) => {
    const next = prose.passages[index + 1]
    return [...checkBrackets(passage), ...checkQuotes(passage, next)]
  })
}

function checkBrackets(passage: Passage): Finding[] {
  const open: {mark: string; at: number}[] = []
  const alone: {mark: string; at: number}[] = []
  for (const {0: mark, index} of passage.text.matchAll(/[()[\]]/g)) {
    const opening = brackets[mark]
    if (opening === undefined) open.push({mark, at: index})
    else if (open.at(-1)?.mark === opening) open.pop()
    else if (!isEnumerator(passage.text.slice(0, index))) alone.push({mark, at: index})
  }
  return [...open, ...alone].map(({mark, at}) => finding(passage, at, slipBrackets(mark)))
}

/** "a) ... b) ...", "1) ...": a closing bracket that belongs to no opening one. */
function isEnumerator(before: string): boolean {
  return /(?:^|[\s;,:])(?:\d{1,2}|[a-z]|[ivx]{1,4})$/.test(before)
}

/** A quotation of several paragraphs opens each of them and closes the last. */
function checkQuotes(passage: Passage, next: Passage | undefined): Finding[] {
  const {open, alone} = unpaired(passage.text)
  const goesOn = next !== undefined && next.kind === passage.kind && open.length === 1 && /^[“«]/.test(next.text)
  return [...(goesOn ? [] : open), ...alone, ...straightMark(passage.text)].map(({mark, at}) =>
    finding(passage, at, slipQuotes(mark)),
  )
}

interface Mark {
  readonly mark: string
  readonly at: number
}

/** The marks that open a quotation that nothing closes, and those that close none. */
function unpaired(text: string): {readonly open: readonly Mark[]; readonly alone: readonly Mark[]} {
  const open: Mark[] = []
  const alone: Mark[] = []
  for (const {0: mark, index} of text.matchAll(/[“”«»„]/g)) {
    const opening = closingQuotes[mark]
    // German quotations: „…“ and »…«.
    if (/^(?:„“|»«)$/.test(`${open.at(-1)?.mark ?? ''}${mark}`)) open.pop()
    else if (opening === undefined || (mark === '»' && open.length === 0)) open.push({mark, at: index})
    else if (open.pop() === undefined) alone.push({mark, at: index})
  }
  return {open, alone}
}

/** The last of an odd number of straight marks; after a digit it may be one of inches. */
function straightMark(text: string): readonly Mark[] {
  const straight = [...text.matchAll(/"/g)]
  const last = straight.length % 2 === 1 ? straight.at(-1) : undefined
  return last === undefined || /\d"?$/.test(text.slice(0, last.index + 1)) ? [] : [{mark: '"', at: last.index}]
}

function finding(passage: Passage, at: number, message: Finding['message']): Finding {
  return {passage, start: at, end: at + 1, message}
}
