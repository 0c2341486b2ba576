import * as v from 'valibot'
import type {VFile} from 'vfile'
import {
  commaWithoutQuotes,
  definitionArgument,
  definitionName,
  noForm,
  severalForms,
  unknownForm,
  unknownPart,
} from '../messages/definitions.ts'
import {report} from '../messages/message.ts'
import {wrongType} from '../messages/sources.ts'
import type {HouseStyle, ValueDefinition, ValueDefinitions, ViewDefinition} from '../model/values.ts'
import {definitionForms} from './definition-forms.ts'
import {besideSchema, definitionsSchema, viewSchema, type styleSchema} from './definitions-schema.ts'
import {parseYaml} from './parse-yaml.ts'
import type {Path, Placed} from './placed.ts'
import {kindOf, reportIssues} from './report-issues.ts'
import {isMap} from './shapes.ts'
import {validateRule} from './validate-rule.ts'

/** The definitions of values.yaml that are of the right shape; the others are reported and left out. */
export function validateValues(file: VFile | undefined): ValueDefinitions {
  const empty = {file, values: new Map(), views: new Map()}
  const placed = file && parseYaml(String(file), file)
  // An empty file, or one with comments only, defines nothing.
  if (!file || !placed || placed.value === null) return empty
  const whole = withoutEmpty(placed.value)
  const parts = isMap(whole) ? whole : {}
  for (const name of Object.keys(parts).filter((each) => !PARTS.includes(each))) {
    report(file, placed.nameAt([name]), unknownPart(name, PARTS))
  }
  const known = isMap(whole)
    ? Object.fromEntries(Object.entries(whole).filter(([name]) => PARTS.includes(name)))
    : whole
  const result = v.safeParse(definitionsSchema, known)
  if (!result.success) reportIssues(result.issues, {file, placed, owner: 'file', schema: definitionsSchema})
  const target = {file, placed}
  return {
    file,
    values: named(parts['values'], 'values', (name, input) => validateValue(name, input, target)),
    views: named(parts['views'], 'views', (name, input) =>
      validateView(name, input, {...target, base: ['views', name]}),
    ),
    rules: named(parts['rules'], 'rules', (name, input) => validateRule(name, input, target)),
    ...(result.success && result.output.style !== undefined && {style: toStyle(result.output.style)}),
  }

  function named<Definition>(
    inputs: unknown,
    kind: string,
    validate: (name: string, input: unknown) => Definition | undefined,
  ): ReadonlyMap<string, Definition> {
    const definitions = new Map<string, Definition>()
    if (!isMap(inputs)) return definitions
    for (const [name, input] of Object.entries(inputs)) {
      if (!NAME.test(name)) report(target.file, target.placed.nameAt([kind, name]), definitionName(name))
      const definition = validate(name, input)
      if (definition !== undefined) definitions.set(name, definition)
    }
    return definitions
  }
}

function toStyle({'words-below': wordsBelow, ...sizes}: v.InferOutput<typeof styleSchema>): HouseStyle {
  return {...sizes, ...(wordsBelow !== undefined && {wordsBelow})}
}

/** What values and views can be called. */
export const NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u
const PARTS = ['values', 'views', 'rules', 'style']
const BESIDE = ['where', 'title', 'unit', 'format', 'asOf', 'source', 'note']
const VIEW = ['sql', 'title', 'fields', 'source']
const TEXTS = ['sql', 'text']
const FORMS = Object.keys(definitionForms)

interface PlacedView extends Target {
  readonly base: Path
}

interface Target {
  readonly file: VFile
  readonly placed: Placed
}

function validateValue(name: string, input: unknown, {file, placed}: Target): ValueDefinition | undefined {
  const base = ['values', name]
  if (!isMap(input)) {
    report(file, placed.at(base), wrongType(kindOf(input), `a map such as \`{sum: table.column}\``))
    return undefined
  }
  const names = Object.keys(input)
  const unknown = names.filter((key) => !FORMS.includes(key) && !BESIDE.includes(key))
  const cut = cutNames(input, [...FORMS, ...BESIDE])
  for (const key of unknown) {
    const message = cut.includes(key)
      ? commaWithoutQuotes(key, names.find((each) => TEXTS.includes(each)) ?? 'sql')
      : unknownForm(key, name, [...FORMS, ...BESIDE])
    report(file, placed.nameAt([...base, key]), message)
  }
  const [form, ...more] = names.filter((key) => FORMS.includes(key))
  if (form === undefined) {
    // A misspelt form has its message.
    if (unknown.length === 0) report(file, placed.nameAt(base), noForm(name, FORMS))
    return undefined
  }
  if (more.length > 0) report(file, placed.nameAt([...base, more[0] ?? '']), severalForms(name, [form, ...more]))
  reportArgument(form, input[form], {file, placed, path: [...base, form]})
  const beside = validateBeside(input, {file, placed, base})
  if (!beside) return undefined
  // The model's type knows equality only; lists and `{not: x}` are the concern of the stage that evaluates.
  const where = beside.where as ValueDefinition['where']
  const at: ValueDefinition['at'] = (path) => placed.at([...base, ...path])
  return {name, place: placed.nameAt(base), at, form, argument: input[form], ...beside, where}
}

function reportArgument(form: string, argument: unknown, {file, placed, path}: Target & {path: Path}): void {
  const known = definitionForms[form]
  if (!known || known.fits(argument)) return
  const found = typeof argument === 'string' && argument !== '' ? `\`${argument}\`` : kindOf(argument)
  report(file, placed.at(path), definitionArgument(form, found, known.expected))
}

type Beside = v.InferOutput<typeof besideSchema>

function validateBeside(
  input: Readonly<Record<string, unknown>>,
  {file, placed, base}: Target & {base: Path},
): Beside | undefined {
  const entries = Object.entries(input).filter(([key, value]) => BESIDE.includes(key) && value !== null)
  const result = v.safeParse(besideSchema, asTyped(Object.fromEntries(entries), placed, base))
  if (result.success) return result.output
  reportIssues(result.issues, {file, placed, owner: 'value', schema: besideSchema, base})
  return undefined
}

/** `asOf: 2022` is a number to YAML. */
function asTyped(
  entries: Readonly<Record<string, unknown>>,
  placed: Placed,
  base: Path,
): Readonly<Record<string, unknown>> {
  if (typeof entries['asOf'] !== 'number') return entries
  return {...entries, asOf: placed.written([...base, 'asOf'])}
}

/** A view's definition; what is wrong with it is reported on its file. */
export function validateView(
  name: string,
  input: unknown,
  {file, placed, base}: PlacedView,
): ViewDefinition | undefined {
  const cut = cutNames(input, VIEW)
  for (const key of cut) report(file, placed.nameAt([...base, key]), commaWithoutQuotes(key, 'sql'))
  const result = v.safeParse(viewSchema, withoutEmpty(input))
  if (result.success)
    return {name, place: placed.nameAt(base), at: (path) => placed.at([...base, ...path]), ...result.output}
  reportIssues(result.issues, {file, placed, owner: `view \`${name}\``, schema: viewSchema, base})
  return undefined
}

/** `{sql: SELECT a, b}` is two entries to YAML: the names that are rests of a text with commas. */
function cutNames(input: unknown, known: readonly string[]): readonly string[] {
  if (!isMap(input) || !TEXTS.some((name) => typeof input[name] === 'string')) return []
  return Object.keys(input).filter((name) => input[name] === null && !known.includes(name))
}

/** `views:` with nothing after it is the same as no `views`. */
function withoutEmpty(input: unknown): unknown {
  return isMap(input) ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) : input
}
