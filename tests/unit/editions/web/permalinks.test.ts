import {expect, test} from 'vitest'
import {placePermalinks} from '../../../../src/editions/web/permalinks.ts'
import {parse, stringify} from '../sample-edition.ts'

test('the number of a section leads to it, and its name stays its name', () => {
  const heading = '<h2 id="a"><span class="section-number">1</span> <span class="heading-text">A</span></h2>'
  expect(linked(heading)).toBe(
    '<h2 id="a"><span class="section-number"><a class="permalink" href="#a">1</a></span> <span class="heading-text">A</span></h2>',
  )
})

test('a section without number is linked by its words', () => {
  expect(linked('<h2 id="a" class="unnumbered"><span class="heading-text">A</span></h2>')).toBe(
    '<h2 id="a" class="unnumbered"><span class="heading-text"><a class="permalink" href="#a">A</a></span></h2>',
  )
})

test('labels of figures and tables lead to them, and not to what stands inside', () => {
  const box = (inner: string): string => `<div id="box"><p><span>x</span></p>${inner}</div>`
  const figure = '<figure id="f"><figcaption><p class="label">Figure 1</p></figcaption></figure>'
  expect(linked(box(figure))).toBe(
    box(
      '<figure id="f"><figcaption><p class="label"><a class="permalink" href="#f">Figure 1</a></p></figcaption></figure>',
    ),
  )
})

test('a heading with links or calls in it is linked by the longest stretch of its own words', () => {
  const call = '<sup class="note-call"><a href="#note-1">1</a></sup>'
  const heading = (inner: string): string => `<h2 id="a"><span class="heading-text">${inner}</span></h2>`
  expect(linked(heading(`Rain<em>fall</em>${call}`))).toBe(
    heading(`<a class="permalink" href="#a">Rain<em>fall</em></a>${call}`),
  )
  expect(linked(heading('On <a href="#b">B</a> and the rest'))).toBe(
    heading('On <a href="#b">B</a><a class="permalink" href="#a"> and the rest</a>'),
  )
  expect(linked(heading('<a href="#b">B</a>'))).toBe(heading('<a href="#b">B</a>'))
})

function linked(html: string): string {
  const tree = parse(html)
  placePermalinks(tree)
  return stringify(tree)
}
