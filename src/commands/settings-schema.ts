import * as v from 'valibot'
import {listed} from '../messages/nearest.ts'
import {listOf, map, mapOf, name, silenced, text} from '../sources/shapes.ts'
import {optionOf, options, type Option, type OptionName} from './options.ts'

/** Options that may stand in the project's settings. */
export const settingNames = (Object.keys(options) as OptionName[]).filter((each) => optionOf(each).setting === true)

const seconds = v.pipe(v.number('seconds'), v.minValue(0, 'seconds'), v.maxValue(600, 'seconds, at most 600'))

const linkHost = map({
  delay: v.exactOptional(seconds),
  timeout: v.exactOptional(v.pipe(seconds, v.minValue(1, 'seconds, at least 1'))),
  method: v.exactOptional(v.picklist(['head', 'get'], '`head` or `get`')),
  accept: v.exactOptional(
    listOf(
      v.pipe(
        v.number('a status such as `403`'),
        v.integer('a status such as `403`'),
        v.minValue(100, 'a status such as `403`'),
        v.maxValue(999, 'a status such as `403`'),
      ),
    ),
  ),
  skip: v.exactOptional(v.boolean('`true` or `false`')),
})

/** The project's settings: the options that may stand there, under their own names; each message is what was expected. */
export const settingsSchema = map({
  $schema: v.exactOptional(text),
  ...Object.fromEntries(settingNames.map((each) => [each, v.exactOptional(schemaOf(optionOf(each)))])),
  'link-hosts': v.exactOptional(mapOf(linkHost)),
  silence: v.exactOptional(silenced, {}),
})

function schemaOf({type, choices}: Option): v.GenericSchema {
  if (type === 'switch') return v.boolean('`true` or `false`')
  if (type === 'list') return listOf(text)
  return choices === undefined ? name : v.picklist(choices, listed(choices))
}
