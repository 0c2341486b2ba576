import {isString} from '../objects/values.ts'
import {elementsIn} from '../structure/structure.ts'
import type {Rule, UaFile} from './rule.ts'

/** What may stand in an element: the numbers of veraPDF's tests for clause 7.2. */
const kidRules: readonly [test: number, type: string, kids: string][] = [
  [3, 'Table', 'TR THead TBody TFoot Caption'],
  [10, 'TR', 'TH TD'],
  [36, 'THead', 'TR'],
  [37, 'TBody', 'TR'],
  [38, 'TFoot', 'TR'],
  [19, 'L', 'L LI Caption'],
  [20, 'LI', 'Lbl LBody'],
  [27, 'TOC', 'TOC TOCI Caption'],
]

/** What an element may stand in. */
const parentRules: readonly [test: number, type: string, parents: string][] = [
  [4, 'TR', 'Table THead TBody TFoot'],
  [5, 'THead', 'Table'],
  [6, 'TBody', 'Table'],
  [7, 'TFoot', 'Table'],
  [8, 'TH', 'TR'],
  [9, 'TD', 'TR'],
  [17, 'LI', 'L'],
  [18, 'LBody', 'LI'],
  [26, 'TOCI', 'TOC'],
]

/** Rules about the tags of tables, lists, contents, figures, headings and notes. */
export const structureRules: readonly Rule[] = [
  ...kidRules.map(([test, type, kids]): Rule => ({
    ids: [`7.2-t${test}`],
    *check(file) {
      const allowed = new Set(kids.split(' '))
      for (const [parent, inside] of kidTypes(file, type)) {
        for (const kid of inside) if (!allowed.has(kid)) yield `a ${parent} holds a ${kid}, expected only ${kids}`
      }
    },
  })),
  ...parentRules.map(([test, type, parents]): Rule => ({
    ids: [`7.2-t${test}`],
    *check({elements, standardType}) {
      const allowed = new Set(parents.split(' '))
      for (const {element, above} of elements) {
        const parent = standardType(above.at(-1)?.type ?? '')
        if (standardType(element.type) === type && !allowed.has(parent)) yield `a ${type} stands in a ${parent}`
      }
    },
  })),
  countRule(11, 'Table', (kids) => count(kids, 'THead') > 1 && 'a table has two heads'),
  countRule(12, 'Table', (kids) => count(kids, 'TFoot') > 1 && 'a table has two feet'),
  countRule(
    13,
    'Table',
    (kids) => kids.includes('TFoot') && !kids.includes('TBody') && 'a table has a foot but no body',
  ),
  countRule(
    14,
    'Table',
    (kids) => kids.includes('THead') && !kids.includes('TBody') && 'a table has a head but no body',
  ),
  countRule(16, 'Table', (kids) => kids.slice(1, -1).includes('Caption') && 'a caption stands amid its table'),
  countRule(39, 'Table', (kids) => count(kids, 'Caption') > 1 && 'a table has two captions'),
  countRule(40, 'L', (kids) => kids.slice(1).includes('Caption') && 'a caption stands amid its list'),
  countRule(28, 'TOC', (kids) => kids.slice(1).includes('Caption') && 'a caption stands amid its contents'),
  alternativeRule('7.3-t1', 'Figure'),
  alternativeRule('7.7-t1', 'Formula'),
  {ids: ['7.4.2-t1'], check: checkLevels},
  {
    ids: ['7.4.4-t1', '7.4.4-t2', '7.4.4-t3'],
    *check({elements, standardType}) {
      const types = new Set(elements.map(({element}) => standardType(element.type)))
      const isNumbered = [...types].some((type) => /^H[1-6]$/.test(type))
      if (types.has('H') && isNumbered) yield 'headings with levels stand beside headings without'
      for (const {element} of elements) {
        if (
          count(
            elementsIn(element).map(({type}) => standardType(type)),
            'H',
          ) > 1
        )
          yield 'two headings stand in one tag'
      }
    },
  },
  {
    ids: ['7.9-t1', '7.9-t2'],
    *check({elements, standardType}) {
      const seen = new Set<string>()
      for (const {element} of elements) {
        if (standardType(element.type) !== 'Note') continue
        const id = element.entries.get('ID')
        const name = isString(id) ? id.bytes : ''
        if (name === '') yield 'a note has no id'
        else if (seen.has(name)) yield `two notes have the id \`${name}\``
        seen.add(name)
      }
    },
  },
]

function countRule(test: number, type: string, check: (kids: readonly string[]) => string | false): Rule {
  return {
    ids: [`7.2-t${test}`],
    *check(file) {
      for (const [, kids] of kidTypes(file, type)) {
        const fault = check(kids)
        if (fault !== false) yield fault
      }
    },
  }
}

function alternativeRule(id: string, type: string): Rule {
  return {
    ids: [id],
    *check({elements, standardType}) {
      for (const {element} of elements) {
        const [alt, text] = [element.entries.get('Alt'), element.entries.get('ActualText')]
        const has = (isString(alt) && alt.bytes !== '') || isString(text)
        if (standardType(element.type) === type && !has) yield `a ${type.toLowerCase()} has no text alternative`
      }
    },
  }
}

/** The first heading is of level 1, and no level is left out on the way down. */
function* checkLevels({elements, standardType}: UaFile): Generator<string> {
  let before = 0
  for (const {element} of elements) {
    const level = Number(/^H([1-6])$/.exec(standardType(element.type))?.[1])
    if (Number.isNaN(level)) continue
    if (level > before + 1)
      yield `a heading of level ${level} follows ${before === 0 ? 'none' : `one of level ${before}`}`
    before = level
  }
}

/** The elements of a type, each with the types of its kids. */
function* kidTypes({elements, standardType}: UaFile, type: string): Generator<[type: string, kids: string[]]> {
  for (const {element} of elements) {
    if (standardType(element.type) !== type) continue
    yield [type, elementsIn(element).map((kid) => standardType(kid.type))]
  }
}

function count(kids: readonly string[], type: string): number {
  return kids.filter((kid) => kid === type).length
}
