import type {ElementContent, Root} from 'hast'
import {visit} from '../visit.ts'
import type {Drawing} from '../model/document.ts'

/**
 * Puts each chart's drawing into its `<div data-chart>`.
 *
 * @throws Error when a chart was not drawn: a figure would be empty
 */
export function placeCharts(tree: Root, drawings: ReadonlyMap<string, Drawing>): void {
  visit(tree, 'element', (node) => {
    const key = node.properties.dataChart
    if (typeof key !== 'string') return
    const drawing = drawings.get(key)
    if (drawing === undefined) throw new Error(`Chart ${key} has no drawing`)
    node.children = forms(drawing).map((value): ElementContent => ({type: 'raw', value}))
  })
}

/** The drawing, or where it has a narrow form both: the page shows one of them. What its script tells stands beside it. */
function forms({key, svg, narrow, tips}: Drawing): readonly string[] {
  const told = tips === undefined ? [] : [`<script type="application/json">${tips.replaceAll('<', '\\u003c')}</script>`]
  if (narrow === undefined) return [prefixIds(svg, key), ...told]
  return [classed(prefixIds(svg, key), 'wide'), classed(prefixIds(narrow, `${key}-narrow`), 'narrow'), ...told]
}

function classed(svg: string, name: string): string {
  return svg.replace('<svg ', `<svg class="${name}" `)
}

/** Drawings count their clip paths and gradients alike: in one document each needs ids of its own. */
function prefixIds(svg: string, key: string): string {
  return svg
    .replaceAll(/(<[^>]*?\sid=")([^"]+)(")/g, `$1${key}-$2$3`)
    .replaceAll(/url\((["']?|&quot;)#([^)"']+)\1\)/g, `url(#${key}-$2)`)
    .replaceAll(/(\s(?:xlink:)?href=")#([^"]+)(")/g, `$1#${key}-$2$3`)
}
