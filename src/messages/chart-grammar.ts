import {error, warning, type Message} from './message.ts'
import {listed, nearest} from './nearest.ts'

/** What is said about the words of a chart's spec. `used`: see charts.ts. */
export function chartWithoutMark(used: string): Message {
  return error(
    'charts-no-mark',
    'Unexpected view without a mark in a chart, expected `mark`, `layer`, `concat`, `hconcat`, `vconcat`, or `spec` beside `facet` or `repeat`',
    `Say what the view draws, as in \`"mark": "bar"\`. ${placed(used)}`,
  )
}

/**
 * @param found what stands there, as in "text `rain` as `data` in a chart"
 * @param example name of a table of the brief
 */
export function chartWithoutData(found: string, example: string, used: string): Message {
  return error(
    'charts-no-data',
    `Unexpected ${found}, expected data by name`,
    `Write \`"data": {"name": "${example}"}\`, with the name of a resource of the data package or of a view. ${placed(used)}`,
  )
}

export function chartDataSql(used: string): Message {
  return error(
    'charts-data-sql',
    'Unexpected `sql` in the `data` of a chart, expected data by name',
    `Vega-Lite does not read SQL there. Write \`"usermeta": {"views": {"by-year": {"sql": "SELECT ..."}}}\` and \`"data": {"name": "by-year"}\`. ${placed(used)}`,
  )
}

export function chartUnknownMark(mark: string, known: readonly string[], used: string): Message {
  return error(
    'charts-unknown-mark',
    `Unexpected mark \`${mark}\` in a chart, expected ${oneOf(mark, known)}`,
    `Write ${listed(known)}. ${placed(used)}`,
  )
}

export function chartUnknownChannel(channel: string, known: readonly string[], used: string): Message {
  return error(
    'charts-unknown-channel',
    `Unexpected channel \`${channel}\` in the \`encoding\` of a chart, expected ${oneOf(channel, known, 'one of Vega-Lite, as `x`, `y` or `color`')}`,
    `Correct the name, or remove it: it would not be drawn. ${placed(used)}`,
  )
}

export function chartUnknownType(type: string, known: readonly string[], used: string): Message {
  return error(
    'charts-unknown-type',
    `Unexpected type \`${type}\` in a chart, expected ${oneOf(type, known)}`,
    `Write \`quantitative\` for numbers, \`temporal\` for dates, \`ordinal\` or \`nominal\` for categories. ${placed(used)}`,
  )
}

export function chartUnknownTransform(name: string, known: readonly string[], used: string): Message {
  return error(
    'charts-unknown-transform',
    `Unexpected transform with \`${name}\` in a chart, expected ${oneOf(name, known)}`,
    `Correct the name, or make the rows in a view of values.yaml. ${placed(used)}`,
  )
}

/** `holder` is what it is a property of, as in "the spec". */
export function chartUnknownProperty(
  {name, holder}: {readonly name: string; readonly holder: string},
  known: readonly string[],
  used: string,
): Message {
  return warning(
    'charts-unknown-property',
    `Unexpected \`${name}\` in ${holder} of a chart, expected ${oneOf(name, known, 'a property of Vega-Lite')}`,
    `Correct the name, or remove it: Vega-Lite does not read it. ${placed(used)}`,
  )
}

/** `columns` where Vega-Lite does not read it. */
export function chartColumns(place: string, expected: string, used: string): Message {
  return warning(
    'charts-unknown-property',
    `Unexpected \`columns\` ${place} of a chart, expected it ${expected}`,
    `Move it: Vega-Lite does not read it there. ${placed(used)}`,
  )
}

/** @param found as in "text `x` as `transform`" */
export function chartShape(found: string, expected: string, used: string): Message {
  return error(
    'charts-shape',
    `Unexpected ${found} in a chart, expected ${expected}`,
    `Write it as Vega-Lite reads it. ${placed(used)}`,
  )
}

export function chartTitle(found: string, used: string): Message {
  return warning(
    'charts-title',
    `Unexpected ${found} as the \`title\` of a chart, expected a text`,
    `Write it in quotes, or as \`{"text": "...", "subtitle": "..."}\`: there is no headline else. ${placed(used)}`,
  )
}

function placed(used: string): string {
  return `The chart stands at ${used}.`
}

function oneOf(name: string, known: readonly string[], otherwise: string = listed(known)): string {
  const names = nearest(name, known)
  return names.length > 0 ? listed(names) : otherwise
}
