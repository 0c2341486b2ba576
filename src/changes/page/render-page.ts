import type {Element} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {element} from '../../document/element.ts'
import {collectFonts, fontsAsData} from '../../editions/fonts.ts'
import type {Files} from '../../effects/effects.ts'
import {itemsOf} from '../compare.ts'
import {dateText, headlineOf} from '../describe.ts'
import type {BriefDiff} from '../diff-brief.ts'
import {chartItems} from './chart-items.ts'
import {dataItems} from './data-items.ts'
import {listItems} from './list-items.ts'
import {pageStyles} from './page-styles.ts'
import {printedItems} from './printed-items.ts'
import {textItems} from './text-items.ts'
import {valuesTable} from './values-table.ts'

/** The report as one page that needs no other file, no network and no script. */
export async function renderPage(diff: BriefDiff, files: Pick<Files, 'maybeReadPackage'>): Promise<string> {
  const body = toHtml({type: 'root', children: [pageBody(diff)]}, {allowDangerousHtml: true})
  const {faces} = await collectFonts(body, diff.edition.template.manifest.fonts, files.maybeReadPackage)
  const title = `Changes: ${titleOf(diff)}`
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    toHtml(element('title', {}, [title])),
    `<style>\n${fontsAsData(faces)}\n${pageStyles}</style>`,
  ]
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.join('\n')}\n</head>\n${body}\n</html>\n`
}

interface Section {
  readonly id: string
  readonly title: string
  /** What it is for. */
  readonly about: string
  readonly count: number
  readonly content: readonly Element[]
}

function pageBody(diff: BriefDiff): Element {
  const sections = sectionsOf(diff).filter(({count}) => count > 0)
  return element('body', {}, [
    element('a', {className: ['skip'], href: '#changes'}, ['Skip to the changes']),
    header(diff, sections),
    element('main', {id: 'changes'}, sections.map(sectionElement)),
    ...(sections.length === 0 ? [] : [footer(diff)]),
  ])
}

function header(diff: BriefDiff, sections: readonly Section[]): Element {
  const {changes, baseline} = diff
  const headline = headlineOf(changes, baseline)
  const after = changes.dates.after
  return element('header', {}, [
    element('p', {className: ['eyebrow']}, ['What changed']),
    element('h1', {}, [titleOf(diff)]),
    element('p', {className: ['lead']}, [
      `${headline.charAt(0).toUpperCase()}${headline.slice(1)}`,
      ...(after === undefined || after === changes.dates.before ? [] : [`; this one is of ${dateText(after)}`]),
      '.',
    ]),
    ...(sections.length === 0 ? [] : [summary(sections)]),
  ])
}

function summary(sections: readonly Section[]): Element {
  const entries = sections.map(({id, title, count}) =>
    element('li', {}, [
      element('a', {href: `#${id}`}, [element('span', {className: ['count']}, [String(count)]), ' ', title]),
    ]),
  )
  return element('nav', {ariaLabel: 'Sections'}, [element('ul', {className: ['summary']}, entries)])
}

function sectionElement({id, title, about, content}: Section): Element {
  return element('section', {id, ariaLabelledBy: [`${id}-title`]}, [
    element('h2', {id: `${id}-title`}, [title]),
    element('p', {className: ['about']}, [about]),
    ...content,
  ])
}

function sectionsOf({changes, drawings}: BriefDiff): readonly Section[] {
  const {texts, values, data} = changes
  const front = texts.filter((text) => text.front)
  const others = texts.filter((text) => !text.front)
  return [
    {
      id: 'front',
      title: 'Read first',
      about: 'Titles, captions, text alternatives and key messages: what most readers see, and all that some see.',
      count: front.length,
      content: textItems(front),
    },
    {
      id: 'values',
      title: 'Values',
      about: 'Named numbers as they print, those first at which words may have to change.',
      count: values.length,
      content: values.length === 0 ? [] : [valuesTable(values)],
    },
    {
      id: 'text',
      title: 'Text and notes',
      about:
        'Paragraphs whose words changed, with the sentences in them that did not although a value beside them did.',
      count: others.length,
      content: textItems(others),
    },
    ...drawnSections(changes, drawings),
    {
      id: 'data',
      title: 'Data',
      about: 'What changed in the files of data and in their schema.',
      count: data.length,
      content: dataItems(data),
    },
    restSection(changes),
  ]
}

function restSection({lists, pictures, pages}: BriefDiff['changes']): Section {
  return {
    id: 'rest',
    title: 'Contents, references, pictures, pages',
    about: 'What else a reader finds different.',
    count: lists.length + pictures.length + (pages === undefined ? 0 : 1),
    content: listItems({lists, pictures, pages}),
  }
}

function drawnSections({charts, printed}: BriefDiff['changes'], drawings: BriefDiff['drawings']): readonly Section[] {
  return [
    {
      id: 'charts',
      title: 'Charts',
      about: 'Drawn from the data of then and of now, in the present look.',
      count: charts.length,
      content: chartItems(charts, drawings),
    },
    {
      id: 'tables',
      title: 'Tables',
      about: 'As they print, with what stood there before.',
      count: printed.length,
      content: printedItems(printed),
    },
  ]
}

function footer({changes}: BriefDiff): Element {
  const [first] = itemsOf(changes)
  return element('footer', {}, [
    element('p', {}, [
      'Accept all of it with ',
      element('code', {}, [`brief accept ${changes.brief}`]),
      ', or one thing by its name: ',
      element('code', {}, [`brief accept ${changes.brief} --item ${first?.item ?? ''}`]),
      '. What is accepted and changes again is shown again.',
    ]),
  ])
}

function titleOf({edition}: BriefDiff): string {
  return edition.document.frontMatter.title
}
