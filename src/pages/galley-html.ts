import {reviewStyles} from './review-marks.ts'

/**
 * Adds to a print document the rules that pages need whatever the template: the browser must not move anything at a
 * page's edge by itself. Contents show two digits until their page numbers are known, so that their lines stay as they
 * are. What is wider than the page is cut off, or the browser prints all pages smaller. The rules go in before the first layout, because a style added later has the whole document laid out again.
 */
export function galleyHtml(html: string): string {
  return html.replace('</head>', () => `<style>${rules}${reviewStyles}</style>\n</head>`)
}

const rules = `
html { orphans: 1; widows: 1 }
html, body { overflow-x: clip !important }
* { break-before: auto !important; break-after: auto !important; break-inside: auto !important }
thead, tfoot { display: table-row-group !important }
#notes { position: absolute !important; top: 0 !important }
[data-page-of] { white-space: nowrap }
[data-page-of]:empty::before { content: '00' }
`
