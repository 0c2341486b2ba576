import {expect, test} from 'vitest'
import {isMirrored, mirrorSvg, reflectMaps} from '../../../src/charts/mirror-svg.ts'

test('mirrors shapes and places of texts, not the texts', () => {
  const svg =
    '<svg width="50" style="direction:ltr"><path d="M0,0"/><text transform="translate(9,1)">کابل</text>' +
    '<text transform="translate(9,2)">−14</text><text text-anchor="end">5</text><text text-anchor="middle">6</text></svg>'
  expect(mirrorSvg(svg, 50)).toBe(
    '<svg width="50" style="direction:ltr"><g direction="rtl" transform="translate(50,0) scale(-1,1)"><path d="M0,0"/>' +
      '<text transform="translate(9,1) scale(-1,1)">کابل</text>' +
      '<text direction="ltr" transform="translate(9,2) scale(-1,1)" text-anchor="end">−14</text>' +
      '<text direction="ltr" transform="scale(-1,1)">5</text>' +
      '<text direction="ltr" text-anchor="middle" transform="scale(-1,1)">6</text></g></svg>',
  )
})

test('mirrors in languages written from right to left, unless the chart says otherwise', () => {
  expect(isMirrored({lang: 'ur', spec: {}})).toBe(true)
  expect(isMirrored({lang: 'en', spec: {}})).toBe(false)
  expect(isMirrored({lang: 'ur', spec: {usermeta: {direction: 'ltr'}}})).toBe(false)
})

test('turns maps over, so that mirroring turns them back', () => {
  const map = {name: 'p', type: 'mercator'}
  expect(reflectMaps({projections: [map], marks: [{type: 'group', projections: [{...map, reflectX: true}]}]})).toEqual({
    projections: [{...map, reflectX: true}],
    marks: [{type: 'group', projections: [{...map, reflectX: false}], marks: []}],
  })
})
