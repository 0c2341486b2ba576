import {quoted} from './comparable.ts'
import type {ReadBack, ReadText} from './read-back.ts'

/** No text outside its page, no text of the body in the area of notes, page numbers of contents true. */
export function findMisplaced(read: ReadBack, what: 'everything' | 'page numbers'): string[] {
  if (what === 'page numbers') return findWrongEntries(read)
  return [...findOutside(read), ...findOverlaps(read), ...findWrongEntries(read)]
}

/** Points that rounding may take. */
const tolerance = 0.5

function findOutside({pages, all}: ReadBack): string[] {
  return all.flatMap((text) => {
    const sheet = pages[text.page - 1]
    if (sheet === undefined || text.text.trim() === '' || isInside(text, sheet)) return []
    return [`the text ${quoted(text.text)} stands outside page ${text.page}`]
  })
}

/** Both ends of its line. */
function isInside({x, y, width, direction: [cos, sin]}: ReadText, sheet: ReadBack['pages'][number]): boolean {
  const [left, right] = [Math.min(x, x + width * cos), Math.max(x, x + width * cos)]
  const [low, high] = [Math.min(y, y + width * sin), Math.max(y, y + width * sin)]
  return left > -tolerance && low > -tolerance && right < sheet.width + tolerance && high < sheet.height + tolerance
}

/** A page's notes stand below all of its text; a table that is turned has none below it. */
function findOverlaps({body, notes}: ReadBack): string[] {
  const tops = new Map<number, ReadText>()
  for (const text of notes.flatMap(({texts}) => texts)) {
    const top = tops.get(text.page)
    if (top === undefined || text.y > top.y) tops.set(text.page, text)
  }
  return body.flatMap((text) => {
    const top = tops.get(text.page)
    const isUpright = text.direction[0] > 0.99 && text.text.trim() !== ''
    const isIn = top !== undefined && isUpright && text.y < top.y + top.size / 2
    return isIn ? [`the text ${quoted(text.text)} on page ${text.page} stands in the area of the notes`] : []
  })
}

function findWrongEntries({links}: ReadBack): string[] {
  return links.flatMap(({isEntry, text, target}) => {
    const number = /(\d+)\s*$/.exec(text)?.[1]
    if (!isEntry || number === undefined || Number(number) === target) return []
    return [
      `the contents say page ${number} for ${quoted(text.replace(/\s*\d+\s*$/, ''))}, which stands on page ${target ?? '?'}`,
    ]
  })
}
