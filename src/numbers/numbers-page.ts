import type {Document, Merged} from '../model/document.ts'
import {readProse} from '../prose/read-prose.ts'
import {auditNumbers} from './audit.ts'
import type {CheckedText} from './check-brief.ts'
import {renderNumbers} from './page/render-numbers.ts'

export interface ReadText {
  readonly document: Document
  readonly merged: Merged
}

/** The page of a brief's numbers; without what was checked already, its numbers are looked for. */
export function numbersPage({document, merged}: ReadText, checked?: CheckedText): string {
  const {narrative, definitions} = merged.brief
  const {passages, numbers} = checked ?? audited({document, merged})
  const {title, lang} = document.frontMatter
  return renderNumbers({title, lang, passages, numbers, definitions: definitions.values, values: merged.values})

  function audited(text: ReadText): CheckedText {
    const prose = readProse(text.document, narrative.path)
    return {
      passages: prose.passages,
      numbers: auditNumbers({...text, prose, values: merged.values, definitions: definitions.values}),
    }
  }
}
