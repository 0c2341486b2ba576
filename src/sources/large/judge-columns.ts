import type {Cell, FieldType} from '../../model/data.ts'
import {quotedText} from '../../values/store.ts'
import {createRuleCheck} from '../create-rule-check.ts'
import {maybeCell} from '../maybe-cell.ts'
import type {CellReading, Constraints, ResourceField} from '../resource.ts'
import {isMisfitted, isMissing} from '../type-rows.ts'
import {rawColumn, rawName, type RawTable} from './read-raw.ts'

/** What the texts of a field's column are. */
export interface JudgedColumn {
  readonly field: ResourceField
  readonly column: number
  /** SQL: whether a text is plainly right, and the cell that it is then. */
  readonly isPlain: string
  readonly cell: (numberType: string) => string
  /** The other texts that are right, with their cells; missing ones too. */
  readonly odd: ReadonlyMap<string, Cell>
  /** The texts that are wrong, each with the number of cells that have it. */
  readonly wrong: ReadonlyMap<string, number>
  /** How many values it has, where none of them is of the field's type; they are not among the wrong ones then. */
  readonly misfits: number
}

/**
 * Judges every text of a column. The database passes what is plainly right; each other text, once however often it
 * stands there, is judged by what judges the cells of small files, so that both say the same.
 */
export async function judgeColumn(raw: RawTable, index: number): Promise<JudgedColumn | undefined> {
  const field = raw.resource.fields[index]
  const column = raw.columnOf[index] ?? -1
  if (field === undefined || column === -1) return undefined
  const plain = plainOf(field, rawColumn(column))
  const odd = new Map<string, Cell>()
  const wrong = new Map<string, number>()
  const judge = createJudge(field)
  let [others, misfits] = [0, 0]
  const result = await raw.store.connection.stream(
    `SELECT ${rawColumn(column)}, count(*)::INTEGER FROM ${rawName} WHERE NOT coalesce(${plain.isPlain}, false) GROUP BY ALL`,
  )
  for await (const rows of result.yieldRows()) {
    for (const [text, count] of rows) {
      const cell = judge(String(text))
      others += Number(count)
      if (isMisfit(String(text), field)) misfits += Number(count)
      if (cell === undefined) wrong.set(String(text), Number(count))
      else if (field.reading.type !== 'string' || cell === null) odd.set(String(text), cell)
    }
  }
  const isWhole = others === raw.count && [...odd.values()].every((cell) => cell === null)
  return {field, column, ...plain, odd, ...withoutMisfits({field, wrong, misfits: isWhole ? misfits : 0})}
}

type Wrong = Pick<JudgedColumn, 'field' | 'wrong' | 'misfits'>

/** Where nothing in a column fits, its values are no longer wrong one by one. */
function withoutMisfits({field, wrong, misfits}: Wrong): Pick<JudgedColumn, 'wrong' | 'misfits'> {
  const areAll = [...wrong.keys()].every((text) => isMissing(text, field.reading) || isMisfit(text, field))
  if (!areAll || !isMisfitted(misfits)) return {wrong, misfits: 0}
  return {wrong: new Map([...wrong].filter(([text]) => isMissing(text, field.reading))), misfits}
}

function isMisfit(text: string, {reading}: ResourceField): boolean {
  return !isMissing(text, reading) && maybeCell(text, reading) === undefined
}

/** The cell that a text is; undefined for a wrong one. */
function createJudge({reading, constraints}: ResourceField): (text: string) => Cell | undefined {
  const brokenRule = createRuleCheck(constraints)
  return (text) => {
    if (isMissing(text, reading)) return constraints.required ? undefined : null
    const cell = maybeCell(text, reading)
    return cell === undefined || cell === null || brokenRule(cell) !== undefined ? undefined : cell
  }
}

/** Holds every number that is plain. */
export const NUMBER = 'DECIMAL(18, 9)'

type Plain = Pick<JudgedColumn, 'isPlain' | 'cell'>

function plainOf({reading, constraints}: ResourceField, column: string): Plain {
  const {type, missingValues} = reading
  const numeric = type === 'integer' || type === 'number'
  const ungrouped =
    numeric && reading.groupChar !== undefined ? `replace(${column}, ${quotedText(reading.groupChar)}, '')` : column
  const {test, cell} = plainTexts(reading, ungrouped)
  const texts = missingValues.filter((text) => text !== '').map(quotedText)
  const apart = missingValues.includes('') ? [`${column} <> ''`] : []
  const notMissing = texts.length === 0 ? apart : [...apart, `${column} NOT IN (${texts.join(', ')})`]
  const tests = isJudged(reading.type, constraints)
    ? ['false']
    : [...notMissing, ...test, ...boundTests(constraints, cell(NUMBER), type === 'date')]
  return {isPlain: tests.length === 0 ? 'true' : tests.map((each) => `(${each})`).join(' AND '), cell}
}

/** Whether JavaScript has to see each text: its patterns, its lengths and its order of texts are not the database's. */
function isJudged(type: FieldType, constraints: Constraints): boolean {
  const {
    enum: choices,
    pattern,
    minLength,
    maxLength,
    minimum,
    maximum,
    exclusiveMinimum,
    exclusiveMaximum,
  } = constraints
  const isMeasured = [choices, pattern, minLength, maxLength].some((one) => one !== undefined)
  const isBound = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].some((one) => one !== undefined)
  return isMeasured || (isBound && (type === 'string' || type === 'boolean'))
}

interface PlainTexts {
  readonly test: readonly string[]
  readonly cell: (numberType: string) => string
}

function plainTexts({type, decimalChar, trueValues, falseValues}: CellReading, text: string): PlainTexts {
  if (type === 'integer') return {test: [matches(text, '-?[0-9]{1,15}')], cell: () => `TRY_CAST(${text} AS BIGINT)`}
  if (type === 'year') return {test: [matches(text, '[0-9]{4}')], cell: () => `TRY_CAST(${text} AS BIGINT)`}
  if (type === 'boolean') {
    const values = [...trueValues, ...falseValues]
    return {test: [isOne(text, values)], cell: () => isOne(text, trueValues)}
  }
  if (type === 'number') {
    const mark = decimalChar === '.' ? '[.]' : decimalChar.replace(/[^\w\s]/, '[$&]')
    const point = decimalChar === '.' ? text : `replace(${text}, ${quotedText(decimalChar)}, '.')`
    return {test: [matches(text, `-?[0-9]{1,9}(${mark}[0-9]{1,9})?`)], cell: (as) => `TRY_CAST(${point} AS ${as})`}
  }
  if (type === 'date') {
    const day = `TRY_CAST(${text} AS DATE)`
    return {test: [`length(${text}) = 10 AND CAST(${day} AS VARCHAR) = ${text}`], cell: () => day}
  }
  return {test: type === 'yearmonth' ? [matches(text, '[0-9]{4}-(0[1-9]|1[0-2])')] : [], cell: () => text}
}

function isOne(text: string, values: readonly string[]): string {
  return values.length === 0 ? 'false' : `${text} IN (${values.map(quotedText).join(', ')})`
}

function matches(text: string, pattern: string): string {
  return `regexp_full_match(${text}, ${quotedText(pattern)})`
}

/** Days and months compare as texts, as in JavaScript. */
function boundTests(constraints: Constraints, cell: string, isDate: boolean): readonly string[] {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum} = constraints
  const left = isDate ? `CAST(${cell} AS VARCHAR)` : cell
  const bound = (sign: string, limit: string | number | undefined): readonly string[] =>
    limit === undefined ? [] : [`${left} ${sign} ${typeof limit === 'number' ? limit : quotedText(limit)}`]
  return [
    ...bound('>=', minimum),
    ...bound('<=', maximum),
    ...bound('>', exclusiveMinimum),
    ...bound('<', exclusiveMaximum),
  ]
}
