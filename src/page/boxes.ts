/** Elements that the paginator put in: they are no part of the text. */
export function isOurs(element: Element): boolean {
  return element.hasAttribute('data-paginator')
}

/** Whether the template or the document says so of an element: see BreakHint. */
export function hasHint(element: HTMLElement, hint: string): boolean {
  const {break: hints} = element.dataset
  return hints !== undefined && hints.split(' ').includes(hint)
}

/** An element that takes a place of its own in the column; what is hidden or taken out of the flow does not. */
export function isBlock(element: Element): boolean {
  if (isOurs(element)) return false
  const {display, position, float} = getComputedStyle(element)
  const isInFlow = position !== 'absolute' && position !== 'fixed' && float === 'none'
  return isInFlow && !/^(inline|none|contents|ruby)/.test(display)
}

/** Not shown, or out of the flow, as hanging numbers are: it goes with what follows it. */
export function isHidden(element: Element): boolean {
  if (isOurs(element)) return true
  const {display, position, float} = getComputedStyle(element)
  return display === 'none' || position === 'absolute' || position === 'fixed' || float !== 'none'
}

/** Laid out in another way than top to bottom: it cannot be cut. */
export function isSolid(style: CSSStyleDeclaration): boolean {
  return (
    !/^(block|list-item|flow-root|table)/.test(style.display) || style.float !== 'none' || style.columnCount !== 'auto'
  )
}

/** A box whose edge shows, so that its padding belongs to it even at the top of a page. */
export function isDecorated(style: CSSStyleDeclaration): boolean {
  const isClear = style.backgroundColor === 'rgba(0, 0, 0, 0)' && style.backgroundImage === 'none'
  const borders = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.borderBottomWidth)
  return !isClear || borders > 0 || style.boxShadow !== 'none'
}

export function extentOf(element: Element): {top: number; bottom: number} {
  const {top, bottom} = element.getBoundingClientRect()
  return {top: top + scrollY, bottom: bottom + scrollY}
}

/** The inside of a block, without its padding and border. */
export function contentExtent(element: Element, style: CSSStyleDeclaration): {top: number; bottom: number} {
  const {top, bottom} = extentOf(element)
  return {
    top: top + Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth),
    bottom: bottom - Number.parseFloat(style.paddingBottom) - Number.parseFloat(style.borderBottomWidth),
  }
}

/** The first words of some content, for messages. */
export function wordsOf(text: string): string {
  const words = text.slice(0, 200).replaceAll(/\s+/g, ' ').trim()
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}
