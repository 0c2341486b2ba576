/**
 * The print document as tools take it that know `float: footnote`: each note stands where it is first called, with
 * paragraphs as lines of text, because such notes are inline.
 */
export function withFloatingNotes(html: string): string {
  const notes = new Map<string, string>()
  const [before = '', rest = ''] = html.split('<section id="notes" class="notes">')
  const [section = '', after = ''] = rest.split('</section>')
  for (const [, id = '', content = ''] of section.matchAll(
    /<div class="note" id="([^"]+)"[^>]*>([\s\S]*?)<\/div>(?=\s*(?:<div class="note"|$))/g,
  )) {
    notes.set(id, inline(content))
  }
  const body = before.replaceAll(
    /<sup class="note-call">[\s\S]*?href="#([^"]+)"[\s\S]*?<\/sup>/g,
    (call, id: string) => {
      const note = notes.get(id)
      notes.delete(id)
      return note === undefined ? call : `<span class="floating-note">${note}</span>`
    },
  )
  // Paged.js does not read selectors of these kinds; they are a matter of a few px.
  const read = (body + after).replaceAll(/[^{}]*:(?:has|is|where|not)\((?:[^{}]*,|\+)[^{}]*\{[^{}]*\}/g, '')
  return read.replace('</head>', () => `<style>${styles}</style></head>`)
}

const styles = `
@page { size: A4; margin: 25mm 20mm }
.floating-note { float: footnote; font-size: 8pt }
`

function inline(content: string): string {
  const text = content
    .replaceAll(/<span class="note-number">[\s\S]*?<\/span>/g, '')
    .replaceAll(/<\/?(?:p|div|ul|ol|li|blockquote|table|thead|tbody|tr|td|th)\b[^>]*>/g, ' ')
  return text.replaceAll(/ id="[^"]*"/g, '')
}
