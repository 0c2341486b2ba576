import {listOf, maybeDict, catalogOf} from '../objects/lookup.ts'
import {isDict, isRef, isString, type PdfDict} from '../objects/values.ts'
import {isObjectReference} from '../structure/structure.ts'
import type {Rule, UaFile} from './rule.ts'

/** Rules about links, and about all that a PDF of this program never has: forms, films, layers, other annotations. */
export const annotationRules: readonly Rule[] = [
  {
    ids: ['7.18.1-t1', '7.18.1-t2', '7.18.1-t3', '7.18.2-t1', '7.18.4-t1', '7.18.8-t1', '7.2-t25'],
    *check(file) {
      for (const {annotation} of annotationsOf(file)) {
        const type = annotation.get('Subtype')
        if (type !== 'Link') yield `a page has an annotation of type ${JSON.stringify(type)}, expected links only`
      }
    },
  },
  {
    ids: ['7.18.3-t1'],
    *check({document: {pages}}) {
      for (const [index, {dict}] of pages.entries()) {
        if (dict.has('Annots') && dict.get('Tabs') !== 'S')
          yield `links of page ${index + 1} are not reached in reading order`
      }
    },
  },
  {
    ids: ['7.18.5-t1', '7.18.5-t2'],
    *check(file) {
      const tagged = linksOf(file)
      for (const {ref, annotation, page} of annotationsOf(file)) {
        const contents = annotation.get('Contents')
        if (!tagged.has(ref)) yield `a link of page ${page} has no tag`
        if (!isString(contents) || contents.bytes === '') yield `a link of page ${page} is not described`
      }
    },
  },
  {
    ids: ['7.10-t1', '7.10-t2', '7.15-t1', '7.18.4-t2', '7.18.6.2-t1', '7.18.6.2-t2'],
    *check({document: {file}, elements}) {
      const catalog = catalogOf(file)
      for (const key of ['OCProperties', 'AcroForm']) if (catalog.has(key)) yield `the catalog has ${key}`
      if (elements.some(({element}) => element.type === 'Form')) yield 'the document has a form'
      for (const object of file.objects.values()) {
        if (isDict(object) && object.get('S') === 'MCD') yield 'the document has a film or a sound'
      }
    },
  },
]

interface Annotation {
  readonly ref: number
  readonly annotation: PdfDict
  readonly page: number
}

function annotationsOf({document: {file, pages}}: UaFile): Annotation[] {
  return pages.flatMap(({dict}, index) =>
    listOf(file, dict.get('Annots')).flatMap((value) => {
      const annotation = maybeDict(file, value)
      return annotation === undefined ? [] : [{ref: isRef(value) ? value.ref : 0, annotation, page: index + 1}]
    }),
  )
}

function linksOf({elements, standardType}: UaFile): ReadonlySet<number> {
  return new Set(
    elements.flatMap(({element}) =>
      standardType(element.type) === 'Link'
        ? element.kids.flatMap((kid) => (isObjectReference(kid) ? [kid.object] : []))
        : [],
    ),
  )
}
