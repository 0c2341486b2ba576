import type {ChartFacts, Kind} from './chart-facts.ts'

/** How a language tells what a chart shows. */
export interface ChartPhrases {
  readonly comma: string
  readonly colon: string
  readonly stop: string
  /** "Bar chart of attacks by region." */
  readonly subject: (isRepeated: boolean, kind: Kind, facts: Subject) => string
  readonly one: (value: string) => string
  readonly range: (count: number, least: string, most: string) => string
  readonly span: (from: string, to: string) => string
  readonly trend: (way: 'rise' | 'fall' | 'same', from: string, to: string) => string
}

type Subject = Pick<ChartFacts, 'measure' | 'category' | 'series'>

const englishKinds: Readonly<Record<Kind, string>> = {
  chart: 'Chart',
  bar: 'Bar chart',
  line: 'Line chart',
  area: 'Area chart',
  dot: 'Dot plot',
  scatter: 'Scatter plot',
  range: 'Range chart',
  heat: 'Heat map',
  pie: 'Pie chart',
  map: 'Map',
  box: 'Box plot',
  waterfall: 'Bar chart',
}

export const english: ChartPhrases = {
  comma: ', ',
  colon: ': ',
  stop: '.',
  subject(isRepeated, kind, {measure, category, series}) {
    const name = englishKinds[kind]
    const article = /^[aeiou]/i.test(name) ? 'an' : 'a'
    const named = isRepeated ? `Small multiples, each ${article} ${name.toLowerCase()}` : name
    const by = [category, series].filter((each) => each !== undefined).join(' and ')
    return `${named}${measure === undefined ? '' : ` of ${measure}`}${by === '' ? '' : ` by ${by}`}.`
  },
  one: (value) => `One value: ${value}.`,
  range: (count, least, most) => `${count} values, from ${least} to ${most}.`,
  span: (from, to) => `${from} to ${to}`,
  trend: (way, from, to) =>
    ({rise: `Rises from ${from} to ${to}.`, fall: `Falls from ${from} to ${to}.`, same: `From ${from} to ${to}.`})[way],
}

const frenchKinds: Readonly<Record<Kind, string>> = {
  chart: 'Graphique',
  bar: 'Graphique à barres',
  line: 'Courbe',
  area: 'Graphique en aires',
  dot: 'Graphique à points',
  scatter: 'Nuage de points',
  range: 'Graphique d’intervalles',
  heat: 'Carte de chaleur',
  pie: 'Graphique circulaire',
  map: 'Carte',
  box: 'Boîte à moustaches',
  waterfall: 'Graphique à barres',
}

export const french: ChartPhrases = {
  comma: ', ',
  colon: '\u00a0: ',
  stop: '.',
  subject(isRepeated, kind, {measure, category, series}) {
    const name = frenchKinds[kind]
    const named = isRepeated ? `Série de graphiques (${name.toLowerCase()})` : name
    const by = [category, series].filter((each) => each !== undefined).join(' et ')
    const subject = measure === undefined ? '' : `\u00a0: ${measure}`
    return `${named}${subject}${by === '' ? '' : `, par ${by}`}.`
  },
  one: (value) => `Une valeur\u00a0: ${value}.`,
  range: (count, least, most) => `${count} valeurs, de ${least} à ${most}.`,
  span: (from, to) => `de ${from} à ${to}`,
  trend: (way, from, to) =>
    ({rise: `Hausse de ${from} à ${to}.`, fall: `Baisse de ${from} à ${to}.`, same: `De ${from} à ${to}.`})[way],
}

const urduKinds: Readonly<Record<Kind, string>> = {
  chart: 'چارٹ',
  bar: 'بار چارٹ',
  line: 'لائن چارٹ',
  area: 'ایریا چارٹ',
  dot: 'نقطہ چارٹ',
  scatter: 'نقطہ چارٹ',
  range: 'حدود کا چارٹ',
  heat: 'رنگین جدول',
  pie: 'پائی چارٹ',
  map: 'نقشہ',
  box: 'باکس چارٹ',
  waterfall: 'بار چارٹ',
}

export const urdu: ChartPhrases = {
  comma: '، ',
  colon: ': ',
  stop: '۔',
  subject(isRepeated, kind, {measure, category, series}) {
    const named = isRepeated ? `${urduKinds[kind]} (متعدد)` : urduKinds[kind]
    const by = [category, series].filter((each) => each !== undefined).join(' اور ')
    return `${named}${measure === undefined ? '' : `: ${measure}`}${by === '' ? '' : `، بلحاظ ${by}`}۔`
  },
  one: (value) => `ایک قدر: ${value}۔`,
  range: (count, least, most) => `${count} قدریں، ${least} سے ${most} تک۔`,
  span: (from, to) => `${from} سے ${to}`,
  trend: (way, from, to) =>
    ({rise: `اضافہ: ${from} سے ${to} تک۔`, fall: `کمی: ${from} سے ${to} تک۔`, same: `${from} سے ${to} تک۔`})[way],
}
