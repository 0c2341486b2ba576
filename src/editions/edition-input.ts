import type {DataPackage, Table} from '../model/data.ts'
import type {Document, Drawing} from '../model/document.ts'
import type {Template} from '../sources/template.ts'
import type {SharePicture} from './web/share-picture.ts'

/** What an edition is rendered from. */
export interface EditionInput {
  readonly document: Document
  /** Drawings of the document's charts by key. */
  readonly drawings: ReadonlyMap<string, Drawing>
  /** The same as PNG, for the page. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
  /** Resources and views by name, as merged. */
  readonly tables: ReadonlyMap<string, Table>
  readonly template: EditionTemplate
  /** The narrative's images by path, as bytes. */
  readonly images: ReadonlyMap<string, Uint8Array>
  /** A file of an installed npm package: Files.maybeReadPackage. */
  readonly readPackage: (specifier: string) => Promise<Uint8Array | undefined>
  /** The printed edition that is published beside the page, if it is, by its path in the output folder. */
  readonly pdf?: PrintedFile
  /** The address at which the page will stand, with a `/` at its end where it is that of a folder. */
  readonly pageUrl?: string
  /** Whether the page is wanted as a single file too. */
  readonly standalone?: boolean
  /** The picture for previews of the page, where it has an address; it may still be being drawn. */
  readonly sharePicture?: Promise<SharePicture | undefined>
  /** The script that shows the values of charts, where the brief asks for it. */
  readonly tipScript?: string
  /** Of the data. */
  readonly licenses?: DataPackage['licenses']
}

export interface PrintedFile {
  readonly path: string
  readonly bytes?: number
  readonly pages?: number
}

/** What the editions read of a template. */
export type EditionTemplate = Pick<Template, 'manifest' | 'parts'>
