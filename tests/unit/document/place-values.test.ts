import {expect, it} from 'vitest'
import {contentOf} from '../../../src/document/element.ts'
import {renderContent} from '../../../src/editions/render-content.ts'
import {readProject} from '../../support/read-project.ts'

const files = {
  'content/b/brief.md': `---
title: T
---

It was **{{most}}** mm in [{{year}}](https://example.org/{{year}}), {{literal "38"}} and <b title="{{most}}">{{most}}</b>.
`,
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        title: 'Rain',
        asOf: '2026-01-31',
        sources: [{title: 'The port'}],
        schema: {fields: ['year', 'mm'].map((name) => ({name, type: 'integer'}))},
      },
    ],
  }),
  'data/b/rain.csv': 'year,mm\n2024,5\n2025,1057\n',
  'data/b/values.yaml': 'values:\n  most: {max: rain.mm, format: integer}\n  year: {text: "2025"}\n',
}

const {document} = await readProject(files)

it('takes the elements around printed values away', () => {
  expect(renderContent(contentOf(document.body), []).trim()).toBe(
    '<p>It was <strong>1,057</strong> mm in <a href="https://example.org/2025">2025</a>, 38 and <b title="1,057">1,057</b>.</p>',
  )
})

it('says on request what each value is, and where it is from', () => {
  const data = (number: number): string =>
    `<data value="1057" title="The port, 31 January 2026"><button type="button" class="number-button" popovertarget="number-${number}">1,057</button>` +
    `<span id="number-${number}" popover="" role="note" class="number-source">The port, 31 January 2026</span></data>`
  expect(renderContent(contentOf(document.body), [], document.printed).trim()).toBe(
    `<p>It was <strong>${data(0)}</strong> mm in <a href="https://example.org/2025"><data value="2025">2025</data></a>, ` +
      `38 and <b title="1,057">${data(4)}</b>.</p>`,
  )
})

it('puts no button where a template may set a link or a heading around', () => {
  const [paragraph] = contentOf(document.body)
  const words = paragraph?.type === 'element' ? paragraph.children : []
  const rendered = renderContent(words, [], document.printed)
  expect(rendered).toContain('<data value="1057" title="The port, 31 January 2026">1,057</data>')
  expect(rendered).not.toContain('<button')
})
