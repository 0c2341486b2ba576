import {createHash} from 'node:crypto'
import type {PdfDocument} from '../document.ts'
import {addObject, catalogOf} from '../objects/lookup.ts'
import {makePlainStream} from '../objects/streams.ts'
import {textString} from '../objects/text-strings.ts'
import {dictOf, type PdfFile, type PdfRef} from '../objects/values.ts'
import {infoDate, type PdfProperties} from './place-properties.ts'

/** A file that goes inside the PDF. */
export interface Attachment {
  /** Without folders; it is unique. */
  readonly name: string
  /** What it is, for the reader's list of attachments. */
  readonly description: string
  /** What it is to the document: the data that it shows, or something besides (ISO 19005-3, 6.8). */
  readonly relation: 'Data' | 'Supplement'
  readonly mediaType: string
  readonly content: Uint8Array
}

interface Input {
  readonly attachments?: readonly Attachment[]
  readonly properties: PdfProperties
}

/** Puts files into the PDF, in the list of attachments that readers show and as files that belong to the document. */
export function attachFiles({file}: Pick<PdfDocument, 'file'>, {attachments = [], properties}: Input): void {
  if (attachments.length === 0) return
  const sorted = attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const attached = sorted.map((attachment) => ({attachment, ref: attach(file, attachment, properties)}))
  const names = attached.flatMap(({attachment, ref}) => [textString(attachment.name), ref])
  const catalog = catalogOf(file)
  catalog.set('Names', dictOf({EmbeddedFiles: dictOf({Names: names})}))
  catalog.set(
    'AF',
    attached.map(({ref}) => ref),
  )
}

function attach(file: PdfFile, attachment: Attachment, {date}: PdfProperties): PdfRef {
  const {name, description, relation, mediaType, content} = attachment
  const parameters = dictOf({
    Size: content.length,
    CheckSum: {bytes: createHash('md5').update(content).digest('latin1')},
    ModDate: infoDate(date),
  })
  const entries = dictOf({Type: 'EmbeddedFile', Subtype: mediaType, Params: parameters})
  const stream = addObject(file, makePlainStream(content, entries))
  const specification = dictOf({
    Type: 'Filespec',
    F: textString(name),
    UF: textString(name),
    Desc: textString(description),
    AFRelationship: relation,
    EF: dictOf({F: stream, UF: stream}),
  })
  return addObject(file, specification)
}
