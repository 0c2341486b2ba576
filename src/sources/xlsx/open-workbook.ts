import {dateFormOf, hidesCells, type DateForm} from './number-format.ts'
import {scanXml} from './scan-xml.ts'

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  /** The texts that cells refer to by number. */
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly formats: readonly CellFormat[]
  /** Whether days are counted from 1904. */
  readonly is1904: boolean
}

export interface WorkbookSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Undefined for one without cells, such as a sheet that is a chart. */
  readonly xml: () => string | undefined
}

export interface CellFormat {
  readonly date: DateForm | undefined
  readonly isHidden: boolean
}

/** No part of a workbook may unpack to more than this: it would not fit into memory as a text. */
const LARGEST_PART = 256 * 1024 * 1024

/** @returns undefined when the bytes are no workbook that can be read */
export async function maybeOpenWorkbook(bytes: Uint8Array): Promise<Workbook | undefined> {
  const {unzipSync} = await import('fflate')
  try {
    const parts = unzipSync(bytes, {
      filter: ({name, originalSize}) => /\.(?:xml|rels)$/i.test(name) && originalSize <= LARGEST_PART,
    })
    // Some programs name parts in other letters than they call them.
    const byName = new Map(Object.entries(parts).map(([name, content]) => [name.toLowerCase(), content]))
    const part: Part = (path) => {
      const content = byName.get(path.toLowerCase())
      return content && new TextDecoder().decode(content)
    }
    const main = targetsOf(part('_rels/.rels'), '').find(({type}) => type.endsWith('/officeDocument'))?.path
    const workbook = main === undefined ? undefined : part(main)
    return main === undefined || workbook === undefined ? undefined : readWorkbook(workbook, main, part)
  } catch (cause) {
    // What fflate throws about bytes that are no archive has a code.
    if (cause instanceof Error && 'code' in cause) return undefined
    throw cause
  }
}

type Part = (path: string) => string | undefined

function readWorkbook(xml: string, main: string, part: Part): Workbook {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = targetsOf(part(`${folder}_rels/${main.slice(folder.length)}.rels`), folder)
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  scanXml(xml, {
    open(name, attribute) {
      if (name === 'workbookPr') is1904 = isTrue(attribute('date1904'))
      if (name !== 'sheet') return
      const target = targets.find(({id}) => id === attribute('r:id'))
      sheets.push({
        name: attribute('name') ?? '',
        isHidden: attribute('state')?.toLowerCase().includes('hidden') ?? false,
        xml: () => (target?.type.endsWith('/worksheet') === true ? part(target.path) : undefined),
      })
    },
  })
  const partOf = (type: string): string => {
    const target = targets.find((each) => each.type.endsWith(`/${type}`))
    return (target && part(target.path)) ?? ''
  }
  return {sheets, is1904, strings: stringsOf(partOf('sharedStrings')), formats: formatsOf(partOf('styles'))}
}

interface Target {
  readonly id: string
  readonly type: string
  readonly path: string
}

/** Where the parts are that another part names. */
function targetsOf(xml: string | undefined, folder: string): readonly Target[] {
  const targets: Target[] = []
  scanXml(xml ?? '', {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`
      targets.push({id: attribute('Id') ?? '', type: attribute('Type') ?? '', path})
    },
  })
  return targets
}

function stringsOf(xml: string): readonly string[] {
  const strings: string[] = []
  let current = ''
  let isText = false
  let phonetic = 0
  scanXml(xml, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic += 1
      isText = name === 't' && phonetic === 0
    },
    text(text) {
      if (isText) current += text
    },
    close(name) {
      isText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'si') strings.push(current)
    },
  })
  return strings
}

function formatsOf(xml: string): readonly CellFormat[] {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let isCells = false
  scanXml(xml, {
    open(name, attribute) {
      const id = Number(attribute('numFmtId') ?? 0)
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '')
      if (name === 'cellXfs') isCells = true
      if (name === 'xf' && isCells) {
        formats.push({date: dateFormOf(id, codes.get(id)), isHidden: hidesCells(codes.get(id))})
      }
    },
    close(name) {
      if (name === 'cellXfs') isCells = false
    },
  })
  return formats
}

/** Attributes of a workbook that are true are `1` or `true`. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true'
}
