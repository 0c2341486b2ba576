import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

/** @param used where the narrative places the chart, as in all messages here: `content/x/brief.md:12` */
export function unknownChartData(name: string, known: Iterable<string>, used: string): Message {
  return error(
    'charts-unknown-data',
    `Unexpected data \`${name}\`, expected ${oneOf(name, known, 'a resource or a view of the brief')}`,
    `Name a resource of the data package or a view of values.yaml in \`data.name\`. ${placed(used)}`,
  )
}

export function dataUrl(url: string, used: string): Message {
  return error(
    'charts-data-url',
    `Unexpected address \`${shortened(url)}\` in a chart, expected data by name`,
    `Put the data into the brief's data package and name them: \`"data": {"name": "..."}\`. Only a map has an address: https://cdn.jsdelivr.net/npm/world-atlas@2/countries-50m.json, which stands for an installed file, or the name of a file beside the chart, as \`provinces.topojson\`. ${placed(used)}`,
  )
}

export function unknownChartField(field: string, known: Iterable<string>, used: string): Message {
  return error(
    'charts-unknown-field',
    `Unexpected field \`${field}\` in a chart, expected ${oneOf(field, known, 'a column of its data')}`,
    `Correct the name, or make the field in a \`transform\`. ${placed(used)}`,
  )
}

export function chartWithoutRows(name: string, used: string): Message {
  return warning(
    'charts-no-rows',
    `Unexpected table \`${name}\` without rows in a chart, expected at least one row`,
    `Check the data, or the view that selects the rows: the chart is empty. ${placed(used)}`,
  )
}

export function chartSpec(detail: string, used: string): Message {
  return error(
    'charts-spec',
    `Unexpected chart spec, expected one that Vega-Lite draws as it is written: ${sentence(detail)}`,
    `Correct the part that is named; the chart would not show what the spec says. ${placed(used)}`,
  )
}

/** @param expression as it is written, where it is known */
export function chartExpression(detail: string, used: string, expression?: string): Message {
  const named = expression === undefined ? 'expression' : `expression \`${shortened(expression)}\``
  return error(
    'charts-expression',
    `Unexpected ${named} in a chart, expected one that can be evaluated: ${sentence(detail)}`,
    `Correct the expression. Vega's functions are there, without the clock (\`now()\`). ${placed(used)}`,
  )
}

export function chartOutside(address: string, used: string): Message {
  return error(
    'charts-outside',
    `Unexpected address \`${shortened(address)}\` in a chart, expected nothing from outside the brief`,
    `Remove the link or the picture: a chart reads no file and no address. ${placed(used)}`,
  )
}

export function chartTooManyRows(detail: string, used: string): Message {
  return error(
    'charts-too-many-rows',
    `Unexpected number of rows in a chart: ${detail}`,
    `Aggregate the data in a view of values.yaml, and draw the view. ${placed(used)}`,
  )
}

export function chartTooManyMarks(detail: string, used: string): Message {
  return error(
    'charts-too-many-marks',
    `Unexpected number of marks in a chart: ${detail}`,
    `Aggregate the data in a view of values.yaml, and draw the view. ${placed(used)}`,
  )
}

export function chartHangs(detail: string, used: string): Message {
  return error(
    'charts-hangs',
    `Unexpected time to draw a chart, expected ${detail}`,
    `Draw fewer rows, or simplify the transforms and expressions. ${placed(used)}`,
  )
}

export function chartTooWide(detail: string, used: string): Message {
  return warning(
    'charts-too-wide',
    `Unexpected width of a chart: ${detail}`,
    `Leave \`width\` out of the spec, or give its views less: the chart is shown smaller, with its labels. ${placed(used)}`,
  )
}

export function chartLabelsTouch(detail: string, used: string): Message {
  return warning(
    'charts-labels-touch',
    `Unexpected labels over each other in a chart, expected room between ${detail}`,
    `Move one of them (\`dx\`, \`dy\`, \`align\`), widen the scale's \`domain\`, or leave one out. ${placed(used)}`,
  )
}

export function chartRemark(detail: string, used: string): Message {
  return warning(
    'charts-remark',
    `Unexpected part of a chart spec, expected one that changes the drawing: ${sentence(detail)}`,
    `Remove the part, or change it: the chart is drawn as if it were not there. ${placed(used)}`,
  )
}

function placed(used: string): string {
  return `The chart stands at ${used}.`
}

function oneOf(name: string, known: Iterable<string>, otherwise: string): string {
  const names = nearest(name, known)
  return names.length > 0 ? listed(names) : otherwise
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** A library's sentence inside one of ours. */
function sentence(text: string): string {
  return text.trim().replace(/\.$/, '')
}
