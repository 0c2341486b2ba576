import type {ValueSpot} from '../pages/measured.ts'

/** Where the printed values stand that the document marks by `data-value`, when its pages are placed. */
export function readSpots(page: {readonly width: number; readonly height: number}): ValueSpot[] {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-value]')]
  return marked.flatMap((element) =>
    [...element.getClientRects()].map((box): ValueSpot => {
      const top = box.top + scrollY
      const above = Math.floor(top / page.height)
      const part = (length: number, whole: number): number => Math.round((length / whole) * 1e4) / 1e4
      return [
        Number(element.dataset['value']),
        above + 1,
        part(box.left + scrollX, page.width),
        part(top - above * page.height, page.height),
        part(box.width, page.width),
        part(box.height, page.height),
      ]
    }),
  )
}
