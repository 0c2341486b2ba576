import type {PdfDocument} from '../document.ts'
import {textString} from '../objects/text-strings.ts'
import {isArray, isDict, type PdfDict} from '../objects/values.ts'
import {allElements} from '../structure/structure.ts'

/** Makes text of the boxes of a list of tasks: on paper they are no form. Before markDecoration, which knows forms for nothing. */
export function tagTicks({structure}: PdfDocument): void {
  for (const element of allElements(structure)) {
    if (element.type !== 'Form') continue
    element.type = 'Span'
    element.entries.set('ActualText', textString(isChecked(element.entries) ? '☑' : '☐'))
    element.entries.delete('A')
  }
}

function isChecked(entries: PdfDict): boolean {
  const lists = entries.get('A')
  return (isArray(lists) ? lists : [lists]).some((list) => isDict(list) && list.get('checked') === 'on')
}
