import {describe, expect, test} from 'vitest'
import {toDocument} from '../../../src/document/to-document.ts'
import type {Document} from '../../../src/model/document.ts'
import {htmlOf} from '../../support/html-tree.ts'
import {makeMerged, makeTable, messagesOf, type MergedOptions} from '../../support/make-merged.ts'

const attacks = makeTable(
  'attacks',
  {
    region: {title: 'Region'},
    killed: {title: 'Killed[^k]', type: 'integer', group: 'People'},
    injured: {title: 'Injured', type: 'integer', group: 'People'},
    rise: {title: 'Rise', type: 'number', unit: '%', format: 'change-percent'},
  },
  [
    {region: 'Sindh', killed: 9, injured: 1200, rise: -14},
    {region: 'Total', killed: 39, injured: null, rise: null},
  ],
)

async function documentOf(markdown: string, options?: MergedOptions): Promise<Document> {
  const merged = makeMerged(markdown, options)
  const document = await toDocument(merged)
  expect(messagesOf(merged)).toEqual([])
  return document
}

async function bodyOf(markdown: string, options?: MergedOptions): Promise<string> {
  return htmlOf((await documentOf(markdown, options)).body)
}

describe('directives', () => {
  const spec = {
    title: {text: ['Two', 'lines'], subtitle: 'Per year'},
    description: 'Bars',
    layer: [{data: {name: 'attacks'}}],
    transform: [{lookup: 'a', from: {data: {name: 'attacks'}}}],
    usermeta: {source: 'A *survey*', note: 'A note'},
  }

  test('chart', async () => {
    const markdown =
      '::chart[Most attacks]{#fig-a spec="regions" subtitle="By *region*" alt="A chart" source="PIPS" note="n"}'
    const document = await documentOf(markdown, {charts: {regions: spec}, tables: [attacks]})
    expect(htmlOf(document.body)).toBe(
      '<figure id="fig-a" class="figure chart-figure"><figcaption><p class="label">Figure 1</p>' +
        '<p class="headline">Most attacks</p><p class="subtitle">By <em>region</em></p></figcaption>' +
        '<div class="chart" data-chart="fig-a"></div>' +
        '<p class="note-line">n</p><p class="source-line">Source: PIPS</p></figure>',
    )
    expect(document.charts).toMatchObject([{key: 'fig-a', alt: 'A chart', place: {line: 1, column: 1}, source: {spec}}])
    expect(document.tables).toEqual(['attacks'])
  })

  test('chart with the texts of its file', async () => {
    const document = await documentOf('::chart{spec="regions"}', {charts: {regions: spec}})
    expect(htmlOf(document.body)).toBe(
      '<figure id="figure-1" class="figure chart-figure"><figcaption><p class="label">Figure 1</p>' +
        '<p class="headline">Two lines</p><p class="subtitle">Per year</p></figcaption>' +
        '<div class="chart" data-chart="figure-1"></div>' +
        '<p class="note-line">A note</p><p class="source-line">Source: A <em>survey</em></p></figure>',
    )
    expect(document.charts[0]?.alt).toBe('Bars')
  })

  test('an empty attribute hides the text of the chart file', async () => {
    const html = await bodyOf('::chart{spec="regions" subtitle="" note="" source=""}', {charts: {regions: spec}})
    expect(html).not.toMatch(/subtitle|note-line|source-line/)
  })

  test('table of data', async () => {
    const markdown = '::table[Heads]{#tab-a data="attacks" total="last" note="N"}\n\n[^k]: K.'
    const document = await documentOf(markdown, {tables: [{...attacks, missing: {'1:rise': '[z]'}}]})
    expect(htmlOf(document.body)).toBe(
      '<div id="tab-a" class="table-figure" data-table="attacks"><table><caption><span class="label">Table 1</span> ' +
        '<span class="headline">Heads</span></caption>' +
        '<thead><tr class="spanner"><td></td><th scope="colgroup" colspan="2">People</th><td></td></tr>' +
        '<tr><th scope="col">Region</th><th scope="col" class="num">Killed<sup class="note-call">' +
        '<a id="call-1" href="#note-1">1</a></sup></th><th scope="col" class="num">Injured</th>' +
        '<th scope="col" class="num">Rise <span class="unit">(%)</span></th></tr></thead>' +
        '<tbody><tr><th scope="row">Sindh</th><td class="num">9</td><td class="num">1,200</td><td class="num">−14</td></tr>' +
        '<tr class="total"><th scope="row">Total</th><td class="num">39</td><td class="num">[x]</td>' +
        '<td class="num">[z]</td></tr></tbody></table>' +
        '<p class="note-line">N</p><p class="note-line">[x] not available. [z] not applicable.</p></div>',
    )
    expect(document.tables).toEqual(['attacks'])
  })

  test('table of data: columns, row head, source of the data, Markdown in cells left alone', async () => {
    const table = {
      ...makeTable('t', {a: {}, b: {type: 'integer'}, c: {}}, [{a: '*x* [^k]', b: 1, c: '<b>'}]),
      sources: [{title: 'PIPS', path: 'https://pips.org'}, {title: 'Census'}],
    }
    expect(await bodyOf('::table{data="t" columns="c, a" rowhead="a"}', {tables: [table]})).toBe(
      '<div id="table-1" class="table-figure" data-table="t"><table><caption><span class="label">Table 1</span></caption>' +
        '<thead><tr><th scope="col">c</th><th scope="col">a</th></tr></thead>' +
        '<tbody><tr><td>&#x3C;b></td><th scope="row">*x* [^k]</th></tr></tbody></table>' +
        '<p class="source-line">Source: <a href="https://pips.org">PIPS</a>; Census</p></div>',
    )
  })

  test('table of data: notes in cells', async () => {
    const markdown =
      '::table{data="attacks" columns="region,killed" calls="Sindh/killed=b; Sindh/killed=c"}\n\n[^b]: B\n\n[^c]: C\n\n[^k]: K'
    expect(await bodyOf(markdown, {tables: [attacks]})).toContain(
      '<td class="num">9<sup class="note-call"><span class="note-separator">\u00a0</span><a id="call-2" href="#note-2">2</a></sup>' +
        '<sup class="note-call"><span class="note-separator">, </span><a id="call-3" href="#note-3">3</a></sup></td>',
    )
  })

  test('table typed in Markdown', async () => {
    const markdown =
      ':::table[Head]{#tab-b subtitle="S" source="X" total="last"}\n|  | N | T |\n|--|--|:--:|\n| a | 1,000 | x |\n| All[^k] | −2 | y |\n:::\n\n[^k]: K'
    expect(await bodyOf(markdown)).toBe(
      '<div id="tab-b" class="table-figure"><table><caption><span class="label">Table 1</span> <span class="headline">Head</span> ' +
        '<span class="subtitle">S</span></caption><thead><tr><td></td><th scope="col" class="num">N</th>' +
        '<th scope="col" class="center">T</th></tr></thead><tbody>' +
        '<tr><th scope="row">a</th><td class="num">1,000</td><td class="center">x</td></tr>' +
        '<tr class="total"><th scope="row">All<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup></th>' +
        '<td class="num">−2</td><td class="center">y</td></tr></tbody></table><p class="source-line">Source: X</p></div>',
    )
  })

  test('image', async () => {
    const document = await documentOf('::image[A *map*]{src="./maps/a b.png" alt="Map"}\n\n![x](maps/a%20b.png)', {
      images: ['maps/a b.png'],
    })
    expect(htmlOf(document.body)).toBe(
      '<figure id="figure-1" class="figure image-figure"><figcaption><p class="label">Figure 1</p>' +
        '<p class="headline">A <em>map</em></p></figcaption>' +
        '<div class="image"><img src="maps/a b.png" alt="Map"></div></figure><p><img src="maps/a b.png" alt="x"></p>',
    )
    expect(document.images).toEqual(['maps/a b.png'])
  })

  test('box', async () => {
    expect(await bodyOf(':::box[A *term*[^a]]{#box-t kind="definition"}\n## Inside\n\nText.[^a]\n:::\n\n[^a]: A')).toBe(
      '<aside id="box-t" class="box box-definition"><p class="box-title"><span class="label">Box 1</span> ' +
        '<span class="box-heading">A <em>term</em><sup class="note-call"><a id="call-1" href="#note-1">1</a></sup></span></p>' +
        '<h3 id="inside" class="unnumbered"><span class="heading-text">Inside</span></h3>' +
        '<p>Text.<sup class="note-call"><a id="call-1-2" href="#note-1">1</a></sup></p></aside>',
    )
  })

  test('key messages leave the body, and their notes come first', async () => {
    const document = await documentOf('Body[^b]\n\n:::key-messages\n- One[^a]\n- Two\n:::\n\n[^a]: A\n\n[^b]: B')
    expect(htmlOf(document.keyMessages)).toBe(
      '<ul><li>One<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup></li><li>Two</li></ul>',
    )
    expect(htmlOf(document.body)).toBe('<p>Body<sup class="note-call"><a id="call-2" href="#note-2">2</a></sup></p>')
  })

  test('recommendation', async () => {
    const document = await documentOf(
      ':::recommendation[Do it[^a]]{#rec-x actor="The *state*" by="2030"}\nNow.\n:::\n\n:::recommendation[More]\n:::\n\n[^a]: A',
    )
    expect(htmlOf(document.body)).toBe(
      '<div id="rec-x" class="recommendation"><p class="recommendation-title"><span class="label">Recommendation 1</span> ' +
        '<span class="headline">Do it<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup></span></p>' +
        '<p class="recommendation-meta"><span class="actor">The <em>state</em></span> · <span class="by">2030</span></p>' +
        '<p>Now.</p></div><div id="recommendation-2" class="recommendation"><p class="recommendation-title">' +
        '<span class="label">Recommendation 2</span> <span class="headline">More</span></p></div>',
    )
    expect(document.recommendations).toMatchObject([
      {id: 'rec-x', number: 1, actor: 'The state', by: '2030', headline: [{type: 'text', value: 'Do it'}]},
      {id: 'recommendation-2', number: 2},
    ])
  })

  test('what is protected in an attribute stays text, what names something is decoded', async () => {
    const text = '&#60;b&#62;x&#60;/b&#62; &#42;a&#42; &quot;q&quot; *e*'
    const shown = '&#x3C;b>x&#x3C;/b> *a* "q" <em>e</em>'
    const attributes = ['subtitle', 'source', 'note', 'alt'].map((name) => `${name}="${text}"`).join(' ')
    const image = await bodyOf(`::image{src="a&#45;b.png" ${attributes}}`, {images: ['a-b.png']})
    expect(image).toContain('<img src="a-b.png" alt="<b>x</b> *a* &#x22;q&#x22; e">')
    expect(image).toContain(`<p class="subtitle">${shown}</p>`)
    expect(image).toContain(`<p class="note-line">${shown}</p><p class="source-line">Source: ${shown}</p>`)
    const block = await bodyOf(
      `:::recommendation[A]{actor='${text}' by="${text}"}\n:::\n\n:::pull-quote{by="${text}"}\nx\n:::`,
    )
    expect(block).toContain(`<span class="actor">${shown}</span> · <span class="by">${shown}</span>`)
    expect(block).toContain(`<p class="attribution">${shown}</p>`)
  })

  test('pull quote', async () => {
    const expected =
      '<aside class="pull-quote"><blockquote><p>Words</p></blockquote><p class="attribution">Me</p></aside>'
    expect(await bodyOf(':::pull-quote{by="Me"}\nWords\n:::')).toBe(expected)
    expect(await bodyOf(':::pull-quote{by="Me"}\n> Words\n:::')).toBe(expected)
  })

  test('abbreviations', async () => {
    expect(await bodyOf('::abbreviations', {frontMatter: {abbreviations: {TTP: 'Tehrik', ANP: 'Awami'}}})).toBe(
      '<table class="abbreviations"><thead><tr><th scope="col">Short form</th><th scope="col">Meaning</th></tr></thead>' +
        '<tbody><tr><th scope="row">ANP</th><td>Awami</td></tr><tr><th scope="row">TTP</th><td>Tehrik</td></tr></tbody></table>',
    )
  })

  test('data sources', async () => {
    const table = {
      ...attacks,
      title: 'Attacks',
      asOf: '2022-08-14',
      sources: [{title: 'PIPS', path: 'https://pips.org'}],
    }
    expect(await bodyOf('::data-sources', {tables: [table]})).toBe(
      '<table class="data-sources"><thead><tr><th scope="col">Data</th><th scope="col">Source</th><th scope="col">As of</th></tr></thead>' +
        '<tbody><tr><th scope="row">Attacks</th><td><a href="https://pips.org">PIPS</a></td><td>14 August 2022</td></tr></tbody></table>',
    )
  })

  test('words with colons are no directives', async () => {
    expect(await bodyOf('At 10:30 a :smile: or see:a[^a] `::x`\n\n[^a]: A')).toBe(
      '<p>At 10:30 a :smile: or see:a<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup> <code>::x</code></p>',
    )
  })
})

describe('notes', () => {
  test('are numbered by first call in reading order', async () => {
    const document = await documentOf(
      '# Head[^h]\n\nBody[^b][^s]\n\n[^d]: D\n\n[^b]: B[^n]\n\n[^h]: H\n\n[^s]: S\n\n[^n]: *N*\n\n[^a]: A',
      {
        frontMatter: {subtitle: 'Sub[^s]', abstract: 'One\n\nTwo[^a]', disclaimer: 'Not ours[^d]'},
      },
    )
    expect(document.notes.map(({number, label, calls}) => [number, label, ...calls])).toEqual([
      [1, 's', 'call-1', 'call-1-2'],
      [2, 'a', 'call-2'],
      [3, 'h', 'call-3'],
      [4, 'b', 'call-4'],
      [5, 'n', 'call-5'],
      [6, 'd', 'call-6'],
    ])
    expect(htmlOf(document.texts.subtitle)).toBe('Sub<sup class="note-call"><a id="call-1" href="#note-1">1</a></sup>')
    expect(htmlOf(document.texts.abstract)).toBe(
      '<p>One</p><p>Two<sup class="note-call"><a id="call-2" href="#note-2">2</a></sup></p>',
    )
    expect(document.contents).toEqual([
      {id: 'head', depth: 1, number: '1', text: [expect.objectContaining({value: 'Head'})], plain: 'Head'},
    ])
    expect(document.frontMatter.subtitle).toBe('Sub')
    expect(htmlOf(document.notes[4]?.content)).toBe('<p><em>N</em></p>')
  })

  test('in captions, source and note lines count where they stand', async () => {
    const html = await bodyOf(
      '::chart[H[^h]]{spec="s" subtitle="S[^s]" note="N[^n]" source="Q[^h]"}\n\n[^n]: N\n\n[^s]: S\n\n[^h]: H',
      {
        charts: {s: {description: 'd'}},
      },
    )
    expect([...html.matchAll(/id="(call-[\d-]+)"/g)].map((match) => match[1])).toEqual([
      'call-1',
      'call-2',
      'call-3',
      'call-1-2',
    ])
  })

  test('keep several paragraphs', async () => {
    const document = await documentOf('A[^a] B[^A]\n\n[^a]: One\n\n    Two')
    expect(htmlOf(document.notes[0]?.content)).toBe('<p>One</p><p>Two</p>')
    expect(document.notes[0]?.calls).toEqual(['call-1', 'call-1-2'])
  })

  test('an escaped call and one in code are text', async () => {
    expect(await bodyOf('\\[^a] `[^b]`')).toBe('<p>[^a] <code>[^b]</code></p>')
  })
})

test('a link in a heading is no link in the contents, nor in the list of recommendations', async () => {
  const document = await documentOf('# A [link](https://x.org), [](#b)\n\n:::recommendation[To [do](#b)]{#b}\n:::')
  expect(htmlOf(document.contents[0]?.text)).toBe('A link, Recommendation 1')
  expect(htmlOf(document.recommendations[0]?.headline)).toBe('To do')
  expect(htmlOf(document.body)).toContain('<span class="heading-text">A <a href="https://x.org">link</a>, ')
})

test('braces of a merged value give a heading no id', async () => {
  expect(await bodyOf('# A &#123;&#35;b&#125; {#c&#45;d}\n\nSetext {.unnumbered}\n==')).toBe(
    '<h2 id="c-d"><span class="section-number">1</span> <span class="heading-text">A {#b}</span></h2>' +
      '<h2 id="setext" class="unnumbered"><span class="heading-text">Setext</span></h2>',
  )
})

test('addresses are links where they are typed, not in merged values', async () => {
  expect(await bodyOf('www.a.org a@b.org a&#64;b.org https&#58;//a.org')).toBe(
    '<p><a href="http://www.a.org">www.a.org</a> <a href="mailto:a@b.org">a@b.org</a> a@b.org https://a.org</p>',
  )
})

test('texts of the front matter', async () => {
  const document = await documentOf('# S {#s}', {
    frontMatter: {
      title: '2010. A *title*',
      about: 'See [](#s)',
      authors: [{name: 'A'}, {name: 'B', bio: 'B is **b**'}],
    },
  })
  expect(Object.fromEntries(Object.entries(document.texts).map(([name, nodes]) => [name, htmlOf(nodes)]))).toEqual({
    title: '2010. A <em>title</em>',
    about: '<p>See <a class="reference" href="#s">Section 1</a></p>',
    'bio-1': '<p>B is <strong>b</strong></p>',
  })
  expect(document.frontMatter.title).toBe('2010. A title')
})

test('the same brief gives the same document', async () => {
  const markdown = '# A\n\n# A\n\n::image{src="a.png" alt="a"}\n\nText[^a] <b>b</b>\n\n[^a]: A'
  const [first, second] = await Promise.all([1, 2].map(() => documentOf(markdown, {images: ['a.png']})))
  expect(JSON.stringify(first)).toBe(JSON.stringify(second))
})
