import type {VFile} from 'vfile'
import {report, type Message} from '../messages/message.ts'
import {keptParted, pagesUnsettled, shownSmaller, tooTall, tooWide} from '../messages/print.ts'
import type {Finding} from '../pages/findings.ts'

/** Tells the author what the pages had to do to hold the brief, and what they could not. */
export function reportPages(narrative: VFile, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const {line} = finding.place
    report(narrative, line === undefined ? undefined : {line, column: 1}, messageOf(finding))
  }
}

function messageOf({kind, place: {words}, percent = 100}: Finding): Message {
  const messages: Readonly<Record<Finding['kind'], () => Message>> = {
    tall: () => tooTall(words),
    wide: () => tooWide(words, percent),
    smaller: () => shownSmaller(words, percent),
    parted: () => keptParted(words),
    unsettled: () => pagesUnsettled(words),
  }
  return messages[kind]()
}
