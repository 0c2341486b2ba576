import {isOurs} from './boxes.ts'

export interface Line {
  readonly top: number
  readonly bottom: number
}

/** Some text that is set in lines: a whole paragraph, or what stands between two blocks in a list item. */
export interface TextRun {
  readonly nodes: readonly Node[]
  /** Where its first line box begins and its last one ends. */
  readonly top: number
  readonly bottom: number
  /** In px; not a number where the style says `normal`. */
  readonly lineHeight: number
}

/**
 * The line boxes of a run of text, top to bottom. Where the run is as high as some whole number of its own lines, these
 * are its lines, and nothing else needs a look. Else the places of glyphs tell: a browser says where these are, not
 * where lines are, so rectangles that overlap by half are of one line, and a raised note number joins the line that it
 * hangs on.
 */
export function linesOf(run: TextRun): Line[] {
  const text = run.bottom - run.top
  const count = Math.round(text / run.lineHeight)
  if (count > 0 && Math.abs(count * run.lineHeight - text) < 0.1 && !hasPicture(run.nodes)) {
    return tile(count, run.top, text / count)
  }
  const groups = groupByLine(leavesOf(run.nodes).flatMap(rectanglesIn))
  const height = Number.isNaN(run.lineHeight) ? text / groups.length : run.lineHeight
  if (Math.abs(groups.length * height - text) < 0.6) return tile(groups.length, run.top, text / groups.length)
  const tops = groups.map(({top, bottom}) => (bottom - top > height ? top : (top + bottom - height) / 2))
  // Uneven lines: each ends where the next begins.
  return groups.map((_, index) => {
    return {top: index === 0 ? run.top : (tops[index] ?? run.top), bottom: tops[index + 1] ?? run.bottom}
  })
}

/** Where the lines of all text in a node stand, side by side or not, and its pictures among them, top to bottom. */
export function linesWithin(node: Node): Line[] {
  return groupByLine(
    leavesOf([node])
      .flatMap(rectanglesIn)
      .sort((a, b) => a.top - b.top),
  )
}

/** A picture may be as high as two lines and yet stand in one. */
function hasPicture(nodes: readonly Node[]): boolean {
  return nodes.some((node) => node instanceof Element && (isPicture(node) || node.querySelector(pictures) !== null))
}

function isPicture(element: Element): boolean {
  return element.matches(pictures)
}

const pictures = 'img, svg'

/** Where a line begins: the text node and the offset of its first character, or an element such as an image. */
export function maybeLineStart(nodes: readonly Node[], line: Line): {node: Node; offset: number} | undefined {
  for (const node of leavesOf(nodes)) {
    const inLine = rectanglesIn(node).some(
      (rectangle) => middle(rectangle) > line.top && middle(rectangle) < line.bottom,
    )
    if (!inLine) continue
    return {node, offset: node instanceof Text ? firstOffsetBelow(node, line.top) : 0}
  }
  return undefined
}

function tile(count: number, start: number, height: number): Line[] {
  return Array.from({length: count}, (_, index) => ({
    top: start + index * height,
    bottom: start + (index + 1) * height,
  }))
}

/** Text nodes and replaced elements, in order; what stands out of the flow is left out. */
function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node instanceof Text) return [node]
    if (!(node instanceof Element) || isOurs(node)) return []
    if (isPicture(node)) return [node]
    if (node.childElementCount === 0 && node.textContent === '') return []
    return isOutOfFlow(node) ? [] : leavesOf([...node.childNodes])
  })
}

function isOutOfFlow(element: Element): boolean {
  const {position, display, float} = getComputedStyle(element)
  return display === 'none' || position === 'absolute' || position === 'fixed' || float !== 'none'
}

function rectanglesIn(node: Node): Line[] {
  const rectangles = node instanceof Element ? [node.getBoundingClientRect()] : textRectangles(node)
  return rectangles
    .filter(({width, height}) => width > 0 && height > 0)
    .map(({top, bottom}) => ({top: top + scrollY, bottom: bottom + scrollY}))
}

function textRectangles(node: Node, start = 0, end = node.nodeValue?.length ?? 0): DOMRect[] {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return [...range.getClientRects()]
}

/** A line's rectangle is that of its tallest text, which has the line's own size. */
function groupByLine(rectangles: readonly Line[]): Line[] {
  const groups: Line[] = []
  for (const rectangle of rectangles) {
    const last = groups.at(-1)
    if (last === undefined || overlap(last, rectangle) < 0.5) groups.push(rectangle)
    else if (height(rectangle) > height(last)) groups[groups.length - 1] = rectangle
  }
  return groups
}

/** The part of the lower of two rectangles that is beside the other. */
function overlap(a: Line, b: Line): number {
  return (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)) / Math.min(height(a), height(b))
}

function height({top, bottom}: Line): number {
  return bottom - top
}

function middle({top, bottom}: Line): number {
  return (top + bottom) / 2
}

/** By halving: the characters of a text node follow one another down the lines, in any direction of writing. */
function firstOffsetBelow(node: Text, top: number): number {
  let low = 0
  let high = node.length
  while (low < high) {
    const half = (low + high) >> 1
    const place = maybePlace(node, half)
    if (place === undefined || place > top) high = half
    else low = half + 1
  }
  return firstVisible(node, low)
}

/** The height of a character; of the next one that has a place, where it is a folded space. */
function maybePlace(node: Text, offset: number): number | undefined {
  for (let at = offset; at < node.length; at++) {
    const rectangle = textRectangles(node, at, at + 1).findLast(({width}) => width > 0)
    if (rectangle !== undefined) return rectangle.top + rectangle.height / 2 + scrollY
  }
  return undefined
}

/** Past the folded spaces that end the line before. */
function firstVisible(node: Text, offset: number): number {
  let at = offset
  while (at < node.length && !textRectangles(node, at, at + 1).some(({width}) => width > 0)) at++
  return at
}
