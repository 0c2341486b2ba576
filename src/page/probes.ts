/** Something that has a place and moves with the text: a visible character, or an element without any. */
export type Point = Range | Element

/** The first thing in a node that has a place: its padding may change by a style rule, and this moves with it. */
export function firstPoint(node: Node): Point {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  for (let text: Node | null = walker.currentNode; text !== null; text = walker.nextNode()) {
    const point = text instanceof Text && text.data.trim() !== '' ? maybeCharacter(text, 0) : undefined
    if (point !== undefined) return point
  }
  return node instanceof Element ? node : (node.parentElement ?? document.body)
}

/** What begins at an offset of a text, or an element. */
export function pointAt(node: Node, offset: number): Point {
  const point = node instanceof Text ? maybeCharacter(node, offset) : undefined
  return point ?? firstPoint(node)
}

/** Where a point is now, from the top of the page. */
export function topOf(point: Point): number {
  const top = point instanceof Element ? point.getBoundingClientRect().top : (rectangleOf(point)?.top ?? 0)
  return top + scrollY
}

/** A range is alive: it stays with its character when the text is cut elsewhere. */
function maybeCharacter(text: Text, offset: number): Range | undefined {
  const range = document.createRange()
  for (let at = offset; at < text.length; at++) {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    if (rectangleOf(range) !== undefined) return range
  }
  return undefined
}

/** The last, because a text that is cut at the character itself leaves the range with what comes in between. */
function rectangleOf(range: Range): DOMRect | undefined {
  return [...range.getClientRects()].findLast(({width}) => width > 0)
}
