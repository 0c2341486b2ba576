import type {OwnField, OwnTable} from './own-table.ts'

/** The first chart of a table: lines over time, bars for names. It is there to be written over. */
export function chartOf({shape}: OwnTable, drawn: string): object | undefined {
  if (shape.kind === 'plain') return undefined
  const frame = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: {text: 'Say here what the chart shows', subtitle: subtitleOf(shape)},
    data: {name: drawn},
  }
  if (shape.kind === 'names') {
    const {names, measure, time} = shape
    const when = time === undefined ? '' : ' in {{last-period}}'
    return {
      ...frame,
      description: `Bars, the longest first: {{highest-name}} has the highest figure${when}, {{highest}}.`,
      height: {step: 22},
      mark: 'bar',
      encoding: {
        y: {field: names.name, type: 'nominal', sort: '-x', axis: {title: null}},
        x: figure(measure.name),
      },
    }
  }
  if (shape.kind === 'wide') return {...frame, ...lines({time: 'year', measure: 'figure', series: 'name'})}
  const {time, measure, series} = shape
  return {
    ...frame,
    ...lines({time: time.name, measure: measure.name, series: series?.name, isDate: time.type !== 'year'}),
  }
}

interface Lines {
  readonly time: string
  readonly measure: string
  readonly series: string | undefined
  readonly isDate?: boolean
}

function lines({time, measure, series, isDate = false}: Lines): object {
  return {
    description:
      series === undefined
        ? 'A line over time; the last figure is {{latest}}, the highest {{highest}}.'
        : 'A line each over time; in the end that of {{highest-name}} is the highest, at {{highest}}.',
    height: 200,
    mark: {type: 'line', point: true},
    encoding: {
      x: isDate
        ? {field: time, type: 'temporal', axis: {title: null}}
        : {field: time, type: 'ordinal', axis: {title: null, labelAngle: 0, labelOverlap: true}},
      y: figure(measure),
      ...(series !== undefined && {color: {field: series, type: 'nominal', title: null}}),
    },
  }
}

function figure(field: string): object {
  return {field, type: 'quantitative', axis: {title: null}}
}

function subtitleOf(shape: Exclude<OwnTable['shape'], {kind: 'plain'}>): string {
  if (shape.kind === 'wide') return `By ${lower(shape.names)} and year`
  if (shape.kind === 'time' && shape.series !== undefined) return `${shape.measure.title} by ${lower(shape.series)}`
  if (shape.kind === 'names' && shape.time !== undefined) return `${shape.measure.title}, {{last-period}}`
  return shape.measure.title
}

function lower({title}: OwnField): string {
  return title.toLowerCase()
}
