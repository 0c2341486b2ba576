import {expect, it} from 'vitest'
import {checkBrief} from '../../../src/numbers/check-brief.ts'
import {renderNumbers} from '../../../src/numbers/page/render-numbers.ts'
import {readProject} from '../../support/read-project.ts'

const files = {
  'content/b/brief.md': `---
title: Rain & sun
---

In 2025 it was {{most}} mm, {{literal "38" source="Police"}} and 7 <b>of</b> {{cell "rain" row="2024" column="mm"}}.

::table[Rain]{data="rain"}
`,
  'data/b/datapackage.json': JSON.stringify({
    name: 'b',
    resources: [
      {
        name: 'rain',
        path: 'rain.csv',
        title: 'Rain',
        schema: {fields: ['year', 'mm'].map((name) => ({name, type: 'integer'}))},
      },
    ],
  }),
  'data/b/rain.csv': 'year,mm\n2024,5\n2025,57\n',
  'data/b/values.yaml': 'values:\n  most: {cell: rain.mm, where: {year: 2025}}\n',
}

it('shows each number in its state, and where a bound one comes from', async () => {
  const brief = await readProject(files)
  const {numbers, passages} = checkBrief(brief)
  const {definitions} = brief.merged.brief
  const {values} = brief.merged
  const html = renderNumbers({
    title: 'Rain & sun',
    lang: 'en',
    passages,
    numbers,
    definitions: definitions.values,
    values,
  })
  expect(html).toContain('<title>Numbers of Rain &amp; sun</title>')
  expect(html).toContain('<mark class="structural">2025</mark>')
  expect(html).toContain(
    '<button type="button" popovertarget="number-1"><mark class="bound">57</mark></button><span id="number-1" popover role="note" class="about"><b>value</b> most<br><b>cell</b> rain.mm<br>' +
      '<b>rows where</b> {&quot;year&quot;:2025}<br><b>figure</b> 57<span class="rows" tabindex="0" role="region" aria-label="Rows of rain"><table><thead>' +
      '<tr><th>year</th><th>mm</th></tr></thead><tbody><tr><td>2025</td><td>57</td></tr></tbody></table></span></span>',
  )
  expect(html).toContain(
    '<mark class="declared">38</mark></button><span id="number-2" popover role="note" class="about"><b>declared</b> Police',
  )
  expect(html).toContain('<mark class="loose">7</mark> of')
  expect(html).toContain('<b>cell</b> rain, row 1, mm')
  expect(html).not.toContain('>cell</span>')
})
