import type {Variant} from '../../model/config.ts'
import type {PageGeometry} from '../../sources/template.ts'

import {bleed} from './page-geometry.ts'

/**
 * The page's geometry as CSS: the sheet in whole px, because lengths in mm drift over many pages, and the measures
 * that the template's print styles use.
 */
export function pageStyles({width, height, column}: PageGeometry, variants: readonly Variant[] = []): string {
  return [
    `@page { size: ${width}px ${height}px; margin: 0; }`,
    ':root {',
    `  --page-width: ${width}px;`,
    `  --page-height: ${height}px;`,
    `  --column-left: ${column.left}px;`,
    `  --column-width: ${column.width}px;`,
    `  --bleed: ${variants.includes('press') ? bleed : 0}px;`,
    '}',
  ].join('\n')
}
