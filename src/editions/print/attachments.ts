import type {VFile} from 'vfile'
import type {Effects} from '../../effects/effects.ts'
import {writeAttachedManifest} from '../../manifest.ts'
import type {OutputFile} from '../../model/document.ts'
import type {Values} from '../../model/values.ts'
import type {Attachment} from '../../pdf/finish-pdf.ts'
import {collectVersions} from '../../versions.ts'
import type {EditionInput} from '../edition-input.ts'
import {collectDownloads} from '../web/downloads.ts'
import {collectDataPackage} from '../web/offers.ts'
import {wordsOf} from '../words.ts'

interface Origin {
  readonly inputs: readonly VFile[]
  readonly values: Values
}

/**
 * What a PDF carries with it: the tables that it shows, as the page offers them, their description, and what the brief
 * was made from.
 */
export async function collectAttachments(
  edition: EditionInput,
  origin: Origin,
  effects: Pick<Effects, 'files'>,
): Promise<readonly Attachment[]> {
  const words = wordsOf(edition.document.frontMatter.lang)
  const downloads = collectDownloads(edition)
  const tables = downloads.map(({title, file}): Attachment => ({
    name: nameOf(file),
    description: title,
    relation: 'Data',
    mediaType: 'text/csv',
    content: file.content,
  }))
  const description = collectDataPackage(edition, downloads)?.description
  const described = description === undefined ? [] : [jsonFile(description, words.dataPackage, 'Data')]
  const files = [...tables, ...described].map(({name, content}) => ({path: name, content}))
  const versions = await collectVersions(effects, undefined)
  const manifest = writeAttachedManifest({name: edition.document.name, ...origin, versions, files})
  return [
    ...tables,
    ...described,
    jsonFile({path: 'manifest.json', content: manifest}, words.attachedManifest, 'Supplement'),
  ]
}

function jsonFile(file: OutputFile, description: string, relation: Attachment['relation']): Attachment {
  const {content} = file
  return {
    name: nameOf(file),
    description,
    relation,
    mediaType: 'application/json',
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }
}

function nameOf({path}: OutputFile): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
