import {report} from '../messages/message.ts'
import {optionType, unknownChoice, unknownOption} from '../messages/templates.ts'
import type {Brief} from '../model/brief.ts'
import {kindOf} from './report-issues.ts'
import type {OptionValue, Template, TemplateOption} from './template.ts'

/** What the brief chose of the template's options, and the defaults of the others. Mistakes are on the narrative. */
export function validateOptions(
  brief: Pick<Brief, 'narrative' | 'frontMatter' | 'at'>,
  {name: template, manifest: {options}}: Pick<Template, 'name' | 'manifest'>,
): Readonly<Record<string, OptionValue>> {
  const chosen: Record<string, OptionValue> = {}
  for (const [name, option] of Object.entries(options)) chosen[name] = option.default
  for (const [name, value] of Object.entries(brief.frontMatter.options)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    const message = option ? maybeMistake(name, value, option) : unknownOption(name, template, Object.keys(options))
    if (message) report(brief.narrative, brief.at(['options', name]), message)
    else chosen[name] = value
  }
  return chosen
}

function maybeMistake(
  name: string,
  value: OptionValue,
  option: TemplateOption,
): ReturnType<typeof optionType> | undefined {
  if (option.choices) {
    return option.choices.includes(value) ? undefined : unknownChoice(name, String(value), option.choices.map(String))
  }
  if (typeof value === typeof option.default) return undefined
  return optionType(
    name,
    kindOf(value),
    typeof option.default === 'boolean' ? '`true` or `false`' : kindOf(option.default),
  )
}
