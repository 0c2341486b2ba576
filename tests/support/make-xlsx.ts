import {strToU8, zipSync} from 'fflate'

/** A cell as a workbook keeps it: a text, a number, XML of its own, or none. */
export type XlsxCell = string | number | undefined | {readonly xml: string}

export interface XlsxSheet {
  readonly name?: string
  readonly state?: 'hidden'
  readonly rows: readonly (readonly XlsxCell[])[]
  /** XML before and after the rows. */
  readonly before?: string
  readonly after?: string
  /** Numbers of rows, from 1. */
  readonly hiddenRows?: readonly number[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** Styles of cells: 0 general, 1 a day, 2 a month, 3 a year, 4 nothing shown, 5 a built-in day. */
const styles =
  `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm&quot; y&quot;"/>` +
  '<numFmt numFmtId="165" formatCode="mmm yyyy"/><numFmt numFmtId="166" formatCode="yyyy"/>' +
  '<numFmt numFmtId="167" formatCode=";;;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>' +
  '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="14"/>' +
  '</cellXfs></styleSheet>'

/** A small workbook, the same bytes each time. Texts are shared strings, as spreadsheet programs write them. */
export function makeXlsx(sheets: readonly XlsxSheet[], properties = ''): Uint8Array {
  const strings: string[] = []
  const indexOf = (text: string): number => {
    if (!strings.includes(text)) strings.push(text)
    return strings.indexOf(text)
  }
  const parts = sheets.map((sheet) => sheetXml(sheet, indexOf))
  const listed = sheets.map(
    ({name, state}, index) =>
      `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" r:id="rId${index + 1}"` +
      `${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const links = [...sheets.map((_, index) => `worksheets/sheet${index + 1}.xml`), 'sharedStrings.xml', 'styles.xml']
  const shared = strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')
  const files: Record<string, string> = {
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related(
      links.map((path) => [path.startsWith('worksheets') ? 'worksheet' : path.replace('.xml', ''), path]),
    ),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(parts.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
  const entries = Object.entries(files).map(([path, xml]) => [path, strToU8(`<?xml version="1.0"?>\n${xml}`)])
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, {mtime: new Date(2000, 0, 1)})
}

function sheetXml(
  {rows, before = '', after = '', hiddenRows = []}: XlsxSheet,
  indexOf: (text: string) => number,
): string {
  const lines = rows.map((cells, index) => {
    const row = index + 1
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : ''
    const written = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`, indexOf))
    return `<row r="${row}"${hidden}>${written.join('')}</row>`
  })
  return `<worksheet xmlns="${main}">${before}<sheetData>${lines.join('')}</sheetData>${after}</worksheet>`
}

function cellXml(cell: XlsxCell, reference: string, indexOf: (text: string) => number): string {
  if (cell === undefined) return ''
  if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${reference}"`)
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  return `<c r="${reference}" t="s"><v>${indexOf(cell)}</v></c>`
}

function related(links: readonly (readonly [string, string])[]): string {
  const each = links.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${relations}">${each.join('')}</Relationships>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
