import {readdir, readFile} from 'node:fs/promises'
import {expect, test} from 'vitest'
import {contrast, fromLab, maybeLinear, toHex, toLab} from '../../../src/charts/colours.ts'
import type {Linear} from '../../../src/charts/colours.ts'
import {createRecolouring, DARK_PAPER, darkOf} from '../../../src/charts/dark-colours.ts'
import {readTheme} from './chart-fonts.ts'

const range = (await readTheme())['range'] as Readonly<Record<string, readonly string[]>>
const palette = range['category'] ?? []

/** How colours look to readers who lack one kind of cone, or see none (Machado, Oliveira and Fernandes, 2009). */
const eyes: Readonly<Record<string, readonly Linear[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no long cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no middle cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no short cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

test.each(Object.entries(eyes))('colours of series differ to eyes with %s', (_, matrix) => {
  const seen = palette.map((hex) => {
    const colour = linear(hex)
    return toLab(matrix.map((row) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]) as unknown as Linear)
  })
  expect(palette).toHaveLength(6)
  for (const [index, a] of seen.entries()) {
    for (const [other, b] of seen.slice(index + 1).entries()) {
      const distance = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
      expect(distance, `${palette[index]} and ${palette[index + 1 + other]}`).toBeGreaterThan(0.11)
    }
  }
})

test('colours of series differ on a dark page, too', () => {
  const seen = palette.map((hex) => toLab(linear(darkOf(hex))))
  for (const [index, a] of seen.entries()) {
    for (const b of seen.slice(index + 1)) {
      expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.1)
    }
  }
})

test('the first four colours of series differ in grey', () => {
  const greys = palette
    .slice(0, 4)
    .map((hex) => toLab(linear(hex))[0])
    .toSorted((a, b) => a - b)
  for (const [index, grey] of greys.slice(1).entries()) expect(grey - (greys[index] ?? 0)).toBeGreaterThan(0.07)
})

test('colours of series stand out from paper, white and dark', () => {
  for (const hex of palette) {
    expect(contrast(linear(hex), linear('#fff')), hex).toBeGreaterThanOrEqual(3)
    expect(contrast(linear(darkOf(hex)), linear(DARK_PAPER)), `${hex}, dark`).toBeGreaterThanOrEqual(3)
  }
})

test('colours that can be told from white can be told from the dark page; grids and washes stay faint', () => {
  for (const hex of ['#9FB4C7', '#E8A27E', '#7D97AF']) {
    expect(contrast(linear(darkOf(hex)), linear(DARK_PAPER)), hex).toBeGreaterThanOrEqual(3)
  }
  for (const hex of ['#E3E6EA', '#E6EDF3', '#F1F1F3']) {
    expect(contrast(linear(darkOf(hex)), linear(DARK_PAPER)), hex).toBeLessThan(1.5)
  }
})

test('colours that briefs give to marks stand out from paper, white and dark', async () => {
  const folders = [
    'content/after-kabul/charts',
    'tests/charts/kinds',
    'examples/starter/content/charts',
    'examples/charts/content/charts',
  ]
  const specs = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(folder)
      return await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')))
    }),
  )
  // Ramps go from faint to strong, and say a number in each cell.
  const plain = specs.flat().map((spec) => spec.replaceAll(/"range": \[[^\]]*"#(?:E6EDF3|D5DEE7)"[^\]]*\]/gi, ''))
  const marks = new Set(plain.flatMap((spec) => spec.match(/(?<="(?:value|color|fill|stroke)": ")#[\da-f]{6}/gi) ?? []))
  expect(marks.size).toBeGreaterThan(3)
  for (const hex of marks) {
    if (FAINT.has(hex.toUpperCase())) continue
    expect(contrast(linear(hex), linear('#fff')), hex).toBeGreaterThanOrEqual(3)
    expect(contrast(linear(darkOf(hex)), linear(DARK_PAPER)), `${hex}, dark`).toBeGreaterThanOrEqual(3)
  }
})

/** Paper, land, borders and rules behind the marks. */
const FAINT = new Set(['#FFFFFF', '#E6EDF3', '#E3E6EA', '#C3CAD2', '#9AA3AE', '#D5DEE7'])

test('texts can be read on paper, white and dark', async () => {
  const inks = new Set(JSON.stringify(await readTheme()).match(/(?<=(?:label|title)Color":")#[\da-f]{6}/gi))
  expect([...inks].toSorted()).toEqual(['#1B1B1F', '#5A6472'])
  for (const hex of inks) {
    expect(contrast(linear(hex), linear('#fff')), hex).toBeGreaterThanOrEqual(4.5)
    expect(contrast(linear(darkOf(hex)), linear(DARK_PAPER)), `${hex}, dark`).toBeGreaterThanOrEqual(4.5)
  }
})

test('white turns into the dark paper; what is no colour stays', () => {
  expect(darkOf('#FFFFFF')).toBe(DARK_PAPER)
  expect(darkOf('red')).toBe('red')
  expect(toHex(fromLab(toLab(linear('#1F8A80'))))).toBe('#1f8a80')
})

test('makes colours variables that a dark page sets', () => {
  const {recolour, css} = createRecolouring()
  expect(css()).toBe('')
  expect(
    recolour('<svg width="1"><path fill="#FFFFFF" d="M0" stroke="#123"/><g style="a:b" fill="none"></g></svg>'),
  ).toBe(
    '<svg width="1"><path d="M0" style="fill:var(--drawn-ffffff,#FFFFFF);stroke:var(--drawn-123,#123)"/><g style="a:b" fill="none"></g></svg>',
  )
  expect(recolour('<stop stop-color="#ffffff" style="c:d"/>')).toBe(
    '<stop style="stop-color:var(--drawn-ffffff,#ffffff);c:d"/>',
  )
  expect(css()).toBe(
    `@media screen and (prefers-color-scheme: dark) and (forced-colors: none){.chart{--drawn-123:${darkOf('#123')};--drawn-ffffff:${DARK_PAPER}}}`,
  )
})

function linear(hex: string): Linear {
  const colour = maybeLinear(hex)
  if (colour === undefined) throw new Error(`${hex} is no colour`)
  return colour
}

test('numbers can be read in the cells of heat tables, on paper and on a dark page', () => {
  const ramp = ['#B4C5D4', '#9FB4C7', '#829EB8', '#6E90AF']
  for (const cell of ramp) {
    expect(contrast(linear('#1B1B1F'), linear(cell)), cell).toBeGreaterThanOrEqual(4.5)
    expect(contrast(linear(darkOf('#1B1B1F')), linear(darkOf(cell))), `${cell}, dark`).toBeGreaterThanOrEqual(4.3)
  }
  for (const cell of ['#446E95', '#12436D']) {
    expect(contrast(linear('#FFFFFF'), linear(cell)), cell).toBeGreaterThanOrEqual(4.5)
    expect(contrast(linear(DARK_PAPER), linear(darkOf(cell))), `${cell}, dark`).toBeGreaterThanOrEqual(3)
  }
})
