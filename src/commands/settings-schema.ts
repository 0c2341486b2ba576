import * as v from 'valibot'
import {listed} from '../messages/nearest.ts'
import {listOf, map, name, silenced, text} from '../sources/shapes.ts'
import {optionOf, options, type Option, type OptionName} from './options.ts'

/** Options that may stand in the project's settings. */
export const settingNames = (Object.keys(options) as OptionName[]).filter((each) => optionOf(each).setting === true)

/** The project's settings: the options that may stand there, under their own names; each message is what was expected. */
export const settingsSchema = map({
  $schema: v.exactOptional(text),
  ...Object.fromEntries(settingNames.map((each) => [each, v.exactOptional(schemaOf(optionOf(each)))])),
  silence: v.exactOptional(silenced, {}),
})

function schemaOf({type, choices}: Option): v.GenericSchema {
  if (type === 'switch') return v.boolean('`true` or `false`')
  if (type === 'list') return listOf(text)
  return choices === undefined ? name : v.picklist(choices, listed(choices))
}
