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
  const open: {mark: string; at: number}[] = []
  const alone: {mark: string; at: number}[] = []
  for (const {0: mark, index} of passage.text.matchAll(/[“”«»]/g)) {
    const opening = closingQuotes[mark]
    if (opening === undefined) open.push({mark, at: index})
    else if (open.pop() === undefined) alone.push({mark, at: index})
  }
  const goesOn = next !== undefined && next.kind === passage.kind && open.length === 1 && /^[“«]/.test(next.text)
  const straight = [...passage.text.matchAll(/"/g)]
  const last = straight.length % 2 === 1 ? straight.at(-1) : undefined
  const straights =
    last === undefined || /\d"?$/.test(passage.text.slice(0, last.index + 1)) ? [] : [{mark: '"', at: last.index}]
  return [...(goesOn ? [] : open), ...alone, ...straights].map(({mark, at}) => finding(passage, at, slipQuotes(mark)))
}

function finding(passage: Passage, at: number, message: Finding['message']): Finding {
  return {passage, start: at, end: at + 1, message}
}
