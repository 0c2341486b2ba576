import type {Element} from 'hast'
import {splitAtMarks} from '../merge/value-marks.ts'
import type {Anchor, Passage, Span} from './passage.ts'
import type {Where} from './read-passages.ts'

/** The text alternative of a chart or image as a passage, where the author has written one. */
export function readAlternative(node: Element, where: Where): Passage[] {
  const {path, from, text} = node.tagName === 'img' ? ofImage(node, where) : ofChart(node, where)
  if (text === '') return []
  const spans: Span[] = []
  let read = ''
  for (const piece of splitAtMarks(text)) {
    const start = read.length
    read += piece.text
    if (piece.printed !== undefined) spans.push({kind: 'printed', start, end: read.length, printed: piece.printed})
  }
  const {inside} = where
  return [{kind: 'alt', text: read, spans, anchors: [{at: 0, from}], calls: [], path, ...(inside && {inside})}]
}

interface Alternative {
  readonly text: string
  readonly path: string
  readonly from: Anchor['from']
}

function ofImage({properties: {dataMarkedAlt, alt}, position}: Element, {path}: Where): Alternative {
  const text = dataMarkedAlt ?? alt
  return {text: typeof text === 'string' ? text : '', path, from: position?.start}
}

function ofChart({properties: {dataChart}}: Element, {document, path}: Where): Alternative {
  const chart = document.charts.find(({key}) => key === dataChart)
  const text = chart?.markedAlt ?? ''
  return chart?.altPath === undefined ? {text, path, from: chart?.place} : {text, path: chart.altPath, from: undefined}
}
