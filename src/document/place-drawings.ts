import type {Root} from 'hast'
import {visit} from '../visit.ts'
import {hasClass, isElement} from './element.ts'

/** Writes into each chart's place the key of its drawing: the id of the figure. */
export function placeDrawings(trees: readonly Root[]): void {
  for (const tree of trees) {
    visit(tree, 'element', (figure) => {
      if (!hasClass(figure, 'chart-figure')) return
      const place = figure.children.find((child) => isElement(child) && hasClass(child, 'chart'))
      if (isElement(place)) place.properties.dataChart = figure.properties.id
    })
  }
}
