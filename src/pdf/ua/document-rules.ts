import {catalogOf, maybeDict, resolve} from '../objects/lookup.ts'
import {readTextString} from '../objects/text-strings.ts'
import {isDict, isStream, isString, type PdfDict} from '../objects/values.ts'
import {standardTypes} from './standard-types.ts'
import type {Rule, UaFile} from './rule.ts'

/** Rules about the file and its catalog. */
export const documentRules: readonly Rule[] = [
  {
    ids: ['5-t1', '5-t2', '5-t3'],
    *check({xmp = ''}) {
      const part = /<pdfuaid:part>([^<]*)<\/pdfuaid:part>/.exec(xmp)?.[1]
      if (!xmp.includes('xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"') || part === undefined) {
        yield 'the metadata do not claim PDF/UA'
      } else if (part !== '1') yield `the metadata claim part ${part} of PDF/UA, expected part 1`
    },
  },
  {
    // Were there some, their names would have to be in the standard's own space.
    ids: ['5-t4', '5-t5'],
    *check({xmp = ''}) {
      if (/<\w+:amd>|\w:amd=/.test(xmp)) yield 'the metadata name an amendment of PDF/UA'
      if (/<\w+:corr>|\w:corr=/.test(xmp)) yield 'the metadata name a corrigendum of PDF/UA'
    },
  },
  {
    ids: ['6.1-t1'],
    *check({header}) {
      if (!/^%PDF-1\.[0-7]$/.test(header))
        yield `the file begins with \`${header}\`, expected a version from 1.0 to 1.7`
    },
  },
  {
    ids: ['6.2-t1', '7.1-t4'],
    *check(file) {
      const mark = catalogDict(file, 'MarkInfo')
      if (mark?.get('Marked') !== true) yield 'the catalog does not say that the document is tagged'
      if (mark?.get('Suspects') === true) yield 'the catalog says that tags are suspect'
    },
  },
  {
    ids: ['7.1-t5', '7.1-t6', '7.1-t7'],
    *check({document: {roleMap}, elements, standardType}) {
      for (const type of new Set(elements.map(({element}) => element.type))) {
        if (!standardTypes.has(standardType(type))) yield `the tag \`${type}\` is mapped to no type of PDF 1.7`
      }
      for (const type of Object.keys(roleMap)) {
        if (standardTypes.has(type)) yield `the tag \`${type}\` of PDF 1.7 is mapped to another`
        else if (isCircular(type, roleMap)) yield `the tag \`${type}\` is mapped in a circle`
      }
    },
  },
  {
    ids: ['7.1-t8'],
    *check({document: {file}}) {
      const metadata = resolve(file, catalogOf(file).get('Metadata'))
      const dict = isStream(metadata) ? metadata.dict : undefined
      if (dict?.get('Type') !== 'Metadata' || dict.get('Subtype') !== 'XML') yield 'the catalog has no metadata'
    },
  },
  {
    ids: ['7.1-t9'],
    *check({xmp = ''}) {
      if (!/<dc:title><rdf:Alt><rdf:li[^>]*>[^<\s][^<]*</.test(xmp)) yield 'the metadata have no title'
    },
  },
  {
    ids: ['7.1-t10'],
    *check(file) {
      const preferences = catalogDict(file, 'ViewerPreferences')
      if (preferences?.get('DisplayDocTitle') !== true) yield 'the title is not to be shown in the window'
    },
  },
  {
    ids: ['7.1-t11', '7.1-t12'],
    *check({document: {file}, elements}) {
      if (elements.length === 0) yield 'the document has no tags'
      for (const object of file.objects.values()) {
        const isElement = isDict(object) && object.get('Type') === 'StructElem'
        if (isElement && maybeDict(file, object.get('P')) === undefined) yield 'a tag does not say what it stands in'
      }
    },
  },
  {
    // With a language for the whole document, every text of it has one: outline, alternatives, metadata, content.
    ids: ['7.2-t2', ...[21, 22, 23, 24, 30, 31, 32, 33, 34].map((test) => `7.2-t${test}`), '7.2-t29'],
    *check({document: {file}, elements}) {
      const language = catalogOf(file).get('Lang')
      if (!isString(language)) yield 'the document has no language'
      for (const value of [language, ...elements.map(({element}) => element.entries.get('Lang'))]) {
        if (isString(value) && !/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(readTextString(value))) {
          yield `\`${readTextString(value)}\` is no language`
        }
      }
    },
  },
  {
    ids: ['7.16-t1'],
    *check({document: {file}}) {
      if (file.isEncrypted === true) yield 'the file is encrypted'
    },
  },
  {
    ids: ['7.11-t1'],
    *check({document: {file}}) {
      for (const object of file.objects.values()) {
        if (!isDict(object) || !object.has('EF')) continue
        if (!hasText(object.get('F')) || !hasText(object.get('UF'))) yield 'an attached file has no name'
      }
    },
  },
]

function catalogDict({document: {file}}: UaFile, key: string): PdfDict | undefined {
  return maybeDict(file, catalogOf(file).get(key))
}

function hasText(value: Parameters<typeof isString>[0]): boolean {
  return isString(value) && value.bytes !== ''
}

function isCircular(type: string, roles: Readonly<Record<string, string>>): boolean {
  const seen = new Set([type])
  for (let next = roles[type]; next !== undefined; next = roles[next]) {
    if (seen.has(next)) return true
    seen.add(next)
  }
  return false
}
