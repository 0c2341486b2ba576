/** A PDF of one empty page, laid out in the file as the browser does. */
export function printed(time: string): Uint8Array {
  const objects = [
    `<</Creator (Chromium)\n/Producer (Skia/PDF m153)\n/CreationDate (D:${time}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R\n/StructTreeRoot 5 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 10 10]>>',
    '<</Type /StructTreeRoot\n/K 6 0 R>>',
    '<</Type /StructElem\n/S /Document\n/P 5 0 R>>',
  ]
  let text = '%PDF-1.4\n%\u00D3\u00EB\u00E9\u00E1\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 7\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<</Size 7\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}
