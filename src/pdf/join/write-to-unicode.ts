/** What a font's glyphs mean, as a ToUnicode map (ISO 32000-1, 9.10.3) of the kind that the browser writes. */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts].map(([code, text]) => `<${hexadecimal(code)}> <${utf16(text)}>\n`)
  const blocks = Array.from({length: Math.ceil(lines.length / mostLines)}, (_, index) => {
    const own = lines.slice(index * mostLines, (index + 1) * mostLines)
    return `${own.length} beginbfchar\n${own.join('')}endbfchar\n`
  })
  return `${head}${blocks.join('')}${tail}`
}

/** A block may have no more. */
const mostLines = 100

const head = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`

const tail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`

function hexadecimal(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}

function utf16(text: string): string {
  return Array.from({length: text.length}, (_, index) => hexadecimal(text.charCodeAt(index))).join('')
}
