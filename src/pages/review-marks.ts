/** How marks for reviewers look, whatever the template: read by eyes alone, lighter than the text, which stands over them. */
export const reviewStyles = `
.draft-mark { position: absolute; inset: 0; display: grid; place-items: center; z-index: -1; color: #e9ecef }
.draft-mark span { font-size: 190px; font-weight: 600; line-height: 1; transform: rotate(-52deg) }
.line-number { position: absolute; width: 24px; color: #7d8793; font-size: 8px; text-align: left; direction: ltr;
  font-variant-numeric: lining-nums tabular-nums }
`

/** Goes under the text of a page. */
export function draftMark(word: string): string {
  return `<div class="draft-mark" aria-hidden="true"><span>${word}</span></div>`
}
