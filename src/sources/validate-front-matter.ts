import * as v from 'valibot'
import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {wrongType} from '../messages/sources.ts'
import type {FrontMatter} from '../model/brief.ts'
import {frontMatterSchema} from './front-matter-schema.ts'
import type {Placed} from './placed.ts'
import {kindOf, reportIssues} from './report-issues.ts'
import {isMap} from './shapes.ts'

/** Entries that look like numbers and are texts: `2022`, `007`. They are taken as typed. */
const AS_TYPED = ['date', 'updated', 'version', 'number', 'doi']

/**
 * Front matter of the right shape. What is wrong is reported on the narrative, all of it at once; the result then
 * has only defaults.
 */
export function validateFrontMatter(placed: Placed, file: VFile): FrontMatter {
  if (!isMap(placed.value)) {
    report(file, placed.at([]), wrongType(kindOf(placed.value), '`name: value` lines'))
    return emptyFrontMatter()
  }
  const result = v.safeParse(frontMatterSchema, writtenOut(placed.value, placed))
  if (!result.success) {
    reportIssues(result.issues, {file, placed, owner: 'front matter', schema: frontMatterSchema})
    return emptyFrontMatter()
  }
  const {lang, ...rest} = result.output
  // Also when the build ends before the brief is whole: settleMessages finds it here.
  if (rest.silence !== undefined) file.data.silence = rest.silence
  return {...rest, lang: Intl.getCanonicalLocales(lang)[0] ?? lang}
}

/** What stands for a front matter that cannot be used, so that the stages' other mistakes are found too. */
export function emptyFrontMatter(): FrontMatter {
  return {
    title: '',
    authors: [],
    lang: 'en',
    keywords: [],
    abbreviations: {},
    numberSections: 2,
    template: 'policy-brief',
    options: {},
  }
}

/** Shorthands in full, and entries left empty (`subtitle:`) taken away. */
function writtenOut(entries: Readonly<Record<string, unknown>>, placed: Placed): Record<string, unknown> {
  const filled = filledEntries(entries).map(([key, value]) => {
    if (AS_TYPED.includes(key) && typeof value === 'number') return [key, placed.written([key]) ?? String(value)]
    if (key === 'authors') return [key, authorsInFull(value)]
    if (key === 'corrections') return [key, correctionsInFull(value, placed)]
    if (key === 'keywords' && typeof value === 'string') return [key, [value]]
    return [key, value]
  })
  return Object.fromEntries(filled)
}

function authorsInFull(value: unknown): unknown {
  const list = typeof value === 'string' || isMap(value) ? [value] : value
  if (!Array.isArray(list)) return value
  return list.map((author: unknown) => {
    if (typeof author === 'string') return {name: author}
    return isMap(author) ? Object.fromEntries(filledEntries(author)) : author
  })
}

/** A year alone looks like a number. */
function correctionsInFull(value: unknown, placed: Placed): unknown {
  if (!Array.isArray(value)) return value
  return value.map((entry: unknown, index) => {
    if (!isMap(entry) || typeof entry['date'] !== 'number') return entry
    return {...entry, date: placed.written(['corrections', index, 'date']) ?? String(entry['date'])}
  })
}

function filledEntries(entries: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(entries).filter(([, value]) => value !== null)
}
