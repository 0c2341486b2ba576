import {definitionArgument, severalForms, unknownForm} from '../messages/definitions.ts'
import {report} from '../messages/message.ts'
import {ruleWithoutForm} from '../messages/rules.ts'
import {wrongType} from '../messages/sources.ts'
import type {RuleDefinition} from '../model/values.ts'
import type {Placed} from './placed.ts'
import {kindOf} from './report-issues.ts'
import {ruleForms} from './rule-forms.ts'
import {isMap} from './shapes.ts'
import type {VFile} from 'vfile'

const forms = Object.keys(ruleForms)
const beside = ['within']

interface Target {
  readonly file: VFile
  readonly placed: Placed
}

/** A rule of the right shape; one that is not is reported and left out. */
export function validateRule(name: string, input: unknown, {file, placed}: Target): RuleDefinition | undefined {
  const base = ['rules', name]
  if (!isMap(input)) {
    report(file, placed.at(base), wrongType(kindOf(input), 'a map such as `{equal: [a, b]}`'))
    return undefined
  }
  const names = Object.keys(input)
  const unknown = names.filter((key) => !forms.includes(key) && !beside.includes(key))
  for (const key of unknown) report(file, placed.nameAt([...base, key]), unknownForm(key, name, [...forms, ...beside]))
  const [form, ...more] = names.filter((key) => forms.includes(key))
  if (form === undefined) {
    if (unknown.length === 0) report(file, placed.nameAt(base), ruleWithoutForm(name, forms))
    return undefined
  }
  if (more.length > 0) report(file, placed.nameAt([...base, more[0] ?? '']), severalForms(name, [form, ...more]))
  return maybeRule({name, form, argument: input[form], within: input['within']}, {file, placed})
}

interface Parts {
  readonly name: string
  readonly form: string
  readonly argument: unknown
  readonly within: unknown
}

function maybeRule({name, form, argument, within}: Parts, {file, placed}: Target): RuleDefinition | undefined {
  const base = ['rules', name]
  if (within !== undefined && !(typeof within === 'number' && within >= 0)) {
    report(file, placed.at([...base, 'within']), definitionArgument('within', kindOf(within), 'a number'))
    return undefined
  }
  const known = ruleForms[form]
  if (known?.fits(argument) === true) {
    return {name, place: placed.nameAt(base), form, argument, ...(within !== undefined && {within})}
  }
  report(file, placed.at([...base, form]), definitionArgument(form, kindOf(argument), known?.expected ?? ''))
  return undefined
}
