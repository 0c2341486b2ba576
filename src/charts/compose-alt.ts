import {nearestLanguage} from '../document/nearest-language.ts'
import {chartFacts} from './chart-facts.ts'
import type {ChartFacts, ChartValue, FactsInput} from './chart-facts.ts'
import {english, french, urdu} from './chart-phrases.ts'
import type {ChartPhrases} from './chart-phrases.ts'
import {dateLabels} from './date-labels.ts'
import {writtenNumber} from './written-number.ts'

export interface AltInput extends FactsInput {
  readonly lang: string
}

/** More categories or series than this are not told one by one. */
const MOST_TOLD = 12

/**
 * A text alternative for a chart whose author wrote none: kind, what it shows by what, number of values, smallest and
 * largest with their categories, and for one line where it begins and ends. "Bar chart of attacks by region. 4 values,
 * from 6 (Sindh) to 156 (Balochistan)."
 */
export function composeAlt(input: AltInput): string {
  const facts = chartFacts(input)
  const say = sayer(facts, input.lang)
  const trend = facts.isOrdered && seriesOf(facts).length === 1 ? [say.trend(facts.values)] : []
  // The parts of a waterfall are not to be compared with its totals.
  const range = facts.kind === 'waterfall' ? '' : say.range(facts.values)
  return [say.subject(), range, ...trend].filter((part) => part !== '').join(' ')
}

/**
 * A longer text for those who cannot see the chart: the way of each line from its first value to its last, or the values
 * of each category.
 */
export function composeDescription(input: AltInput): string {
  const facts = chartFacts(input)
  const say = sayer(facts, input.lang)
  const {values} = facts
  if (values.length < 2 || facts.kind === 'scatter') return ''
  if (facts.isOrdered) {
    const told = seriesOf(facts).slice(0, MOST_TOLD)
    return told
      .map((name) =>
        say.course(
          name,
          values.filter(({series}) => series === name),
        ),
      )
      .join(' ')
  }
  const names = [...new Set(values.map(({category}) => category))]
  if (names.length > MOST_TOLD || names.includes('')) return ''
  return names
    .map((name) =>
      say.category(
        name,
        values.filter(({category}) => category === name),
      ),
    )
    .join(' ')
}

function seriesOf({values}: ChartFacts): readonly string[] {
  return [...new Set(values.map(({series}) => series))]
}

function endOf({value, upTo}: ChartValue): number {
  return upTo ?? value
}

/** Values with their places, in a language. */
function writer({values}: ChartFacts, lang: string) {
  const phrases: ChartPhrases = nearestLanguage(lang, {en: english, fr: french, ur: urdu}) ?? english
  const dates = dateLabels(
    values.map(({category}) => category),
    lang,
  )
  const number = (value: number): string => writtenNumber(value, lang)
  const labelled = (category: string): string => dates.get(category) ?? category
  const amount = ({value, upTo}: ChartValue): string =>
    upTo === undefined || upTo === value ? number(value) : phrases.span(number(value), number(upTo))
  const placed = (each: ChartValue): string => {
    const place = [each.series, labelled(each.category)].filter((part) => part !== '').join(phrases.comma)
    return place === '' ? amount(each) : `${amount(each)} (${place})`
  }
  return {phrases, labelled, amount, placed}
}

/** Sentences about a chart in a language. */
function sayer(facts: ChartFacts, lang: string) {
  const {phrases, labelled, amount, placed} = writer(facts, lang)
  const trend = (values: readonly ChartValue[]): string => {
    const [first, last] = [values[0], values.at(-1)]
    if (first === undefined || last === undefined || values.length < 2) return ''
    const way = last.value > first.value ? 'rise' : last.value < first.value ? 'fall' : 'same'
    return phrases.trend(way, placed({...first, series: ''}), placed({...last, series: ''}))
  }
  return {
    trend,
    subject: () => phrases.subject(facts.isRepeated, facts.kind, facts),
    range(values: readonly ChartValue[]): string {
      const [first] = values
      if (first === undefined) return ''
      if (values.length === 1) return phrases.one(placed(first))
      const least = values.reduce((best, each) => (each.value < best.value ? each : best), first)
      const most = values.reduce((best, each) => (endOf(each) > endOf(best) ? each : best), first)
      const highest = {...most, value: endOf(most), upTo: undefined}
      return phrases.range(values.length, placed({...least, upTo: undefined}), placed(highest))
    },
    course: (name: string, values: readonly ChartValue[]): string =>
      name === '' ? trend(values) : `${name}${phrases.colon}${trend(values)}`,
    category(name: string, values: readonly ChartValue[]): string {
      const told = values.map((each) => (each.series === '' ? amount(each) : `${amount(each)} (${each.series})`))
      return `${labelled(name)}${phrases.colon}${told.join(phrases.comma)}${phrases.stop}`
    },
  }
}
