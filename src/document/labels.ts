import type {Numbered} from './marks.ts'

/** Words that the program itself puts into a document, in the language of the edition. */
export interface Labels extends Readonly<Record<Numbered, string>> {
  readonly section: string
  readonly source: string
  readonly and: string
  readonly quotes: readonly [string, string]
  readonly shortForm: string
  readonly meaning: string
  readonly dataSet: string
  readonly asOf: string
  /** What the marks in tables stand for. */
  readonly marks: Readonly<Record<string, string>>
}

/** The labels of a BCP 47 language: those of its nearest parent that has some, else the English ones. */
export function labelsOf(lang: string): Labels {
  const parts = lang.toLowerCase().split('-')
  const tags = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  return tags.map((tag) => languages[tag]).find((labels) => labels !== undefined) ?? english
}

const english: Labels = {
  figure: 'Figure',
  table: 'Table',
  box: 'Box',
  recommendation: 'Recommendation',
  section: 'Section',
  source: 'Source',
  and: 'and',
  quotes: ['“', '”'],
  shortForm: 'Short form',
  meaning: 'Meaning',
  dataSet: 'Data',
  asOf: 'As of',
  marks: {
    '[c]': 'confidential',
    '[e]': 'estimate',
    '[low]': 'low',
    '[p]': 'provisional',
    '[r]': 'revised',
    '[u]': 'low reliability',
    '[x]': 'not available',
    '[z]': 'not applicable',
  },
}

const languages: Readonly<Record<string, Labels>> = {en: english}
