import {slipRelativeDate} from '../../messages/slips.ts'
import {quotations} from '../quotations.ts'
import type {Finding} from '../finding.ts'
import type {SlipInput} from './check-slips.ts'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const times = `${months}|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|spring|summer|autumn|winter|week|month|year|quarter|decade`
const words = 'two|three|four|five|six|seven|eight|nine|ten|a few|several|some|\\d+'

const relative: readonly RegExp[] = [
  new RegExp(
    `\\b(?:last|next|this|the coming|this coming|this past|earlier this|later this) (?:${times})\\b(?! (?:of|to)\\b)`,
    'gi',
  ),
  new RegExp(`\\b(?:a|one|${words}) (?:days?|weeks?|months?|years?|decades?) ago\\b`, 'gi'),
  /\b(?:yesterday|tomorrow|last night|at the time of writing|as we write|so far this year|to date this year)\b/gi,
]

/** Dates that are true on one day only: "last August", "two months ago", "this winter". */
export function checkRelativeDates({prose}: SlipInput): Finding[] {
  return prose.passages.flatMap((passage) => {
    if (passage.kind === 'note' || passage.kind === 'quotation') return []
    const quoted = quotations(passage.text)
    return relative.flatMap((pattern) =>
      [...passage.text.matchAll(pattern)].flatMap(({0: found, index}) => {
        const isQuoted = quoted.some(({start, end}) => start <= index && index < end)
        const isPrinted = passage.spans.some(({start, end}) => start <= index && index < end)
        // "In the last week of May", "the last month of the war": a place in time, not in the author's.
        const isPlaced =
          /\b(?:the|their|his|her|its|that) $/i.test(passage.text.slice(0, index)) && /^last/i.test(found)
        if (isQuoted || isPrinted || isPlaced) return []
        return [{passage, start: index, end: index + found.length, message: slipRelativeDate(found)}]
      }),
    )
  })
}
