import type {Element, ElementContent} from 'hast'
import {element} from '../../document/element.ts'
import type {Changes} from '../compare.ts'
import type {Drawn, DrawnPair} from '../draw-pairs.ts'
import {itemElement, sideBySide} from './item.ts'

type ChartItem = Changes['charts'][number]

/** Charts of then and now, side by side, with the words of their captions that did not change with them. */
export function chartItems(charts: readonly ChartItem[], drawings: ReadonlyMap<string, DrawnPair>): readonly Element[] {
  return charts.map((chart) => {
    const drawn = drawings.get(chart.id)
    const before = drawing(drawn?.before, {chart, side: 'before'})
    const after = drawing(drawn?.after, {chart, side: 'after'})
    return itemElement({item: chart.item, title: chart.where}, [
      sideBySide([before], [after]),
      ...unchangedCaptions(chart.unchanged),
    ])
  })
}

function drawing(
  drawn: Drawn | undefined,
  {chart, side}: {readonly chart: ChartItem; readonly side: 'before' | 'after'},
): ElementContent {
  if (drawn === undefined) return element('p', {className: ['absent']}, [absence(chart, side)])
  if ('problem' in drawn) return element('p', {className: ['absent']}, [`It could not be drawn: ${drawn.problem}.`])
  const label = `${chart.where}, ${side === 'before' ? 'before' : 'now'}`
  // Both drawings have the ids of the one chart.
  const own = drawn.svg
    .replace('aria-label=""', () => `aria-label="${label.replaceAll('"', '&quot;')}"`)
    .replaceAll(/(\sid=")|(url\(#)|((?:xlink:)?href="#)/g, (found) => `${found}${side}-`)
  return element('div', {className: ['drawing']}, [{type: 'raw', value: own}])
}

function absence({change}: ChartItem, side: 'before' | 'after'): string {
  if (side === 'before' && change === 'added') return 'This chart is new.'
  if (side === 'after' && change === 'removed') return 'This chart is gone.'
  return 'The data that it was drawn from were not kept.'
}

/** Captions and alternatives that say of the new data what they said of the old. */
export function unchangedCaptions(unchanged: readonly string[]): readonly Element[] {
  if (unchanged.length === 0) return []
  return [
    element('div', {className: ['unchanged']}, [
      element('p', {className: ['unchanged-title']}, [
        'Its caption or text alternative did not change here. Still true?',
      ]),
      element(
        'ul',
        {},
        unchanged.map((text) => element('li', {}, [text])),
      ),
    ]),
  ]
}
