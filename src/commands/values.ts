import {createCache, createNoCache} from '../effects/cache.ts'
import {createFiles} from '../effects/files.ts'
import {createStages} from '../effects/stages.ts'
import {readBrief, type ReadBrief} from '../read-brief.ts'
import {listValues, type ListedValue} from '../values/list-values.ts'
import {attemptEach, failureText} from './attempt-each.ts'
import {briefsOf} from './briefs-of.ts'
import type {Call} from './commands.ts'
import {resolveConfig} from './resolve-config.ts'
import {exits, type Surroundings} from './surroundings.ts'

/** `brief values`: what each value is now, and where it is used. */
export async function valuesCommand(call: Call, surroundings: Surroundings): Promise<number> {
  const {terminal} = surroundings
  const config = resolveConfig(call, surroundings)
  const files = createFiles(config)
  const cache = config.cache ? createCache() : createNoCache()
  const briefs = await briefsOf(config, files)
  try {
    const stages = createStages(terminal)
    const attempted = await attemptEach(briefs, (name) => readBrief(name, config, {files, stages, cache}))
    terminal.status(undefined)
    const listed = attempted.flatMap(({name, result}) =>
      result === undefined ? [] : [{name, values: valuesOf(result)}],
    )
    terminal.err(attempted.map((each) => failureText(each, {color: terminal.color})).join(''))
    if (call.flags.format === 'json') terminal.out(`${JSON.stringify({briefs: listed.map(toJson)}, undefined, 2)}\n`)
    else terminal.out(listed.map(toText).join('\n'))
    return listed.length === attempted.length ? exits.done : exits.mistakes
  } finally {
    await cache.close()
  }
}

function valuesOf({merged, document}: ReadBrief): ListedValue[] {
  const {values} = merged.values
  return listValues({values, definitions: merged.brief.definitions.values, printed: document.printed})
}

interface Listed {
  readonly name: string
  readonly values: readonly ListedValue[]
}

function toJson({name, values}: Listed): unknown {
  return {
    name,
    values: values.map(({value: {name: value, ...more}, form, used, usedBy}) => ({
      name: value,
      form,
      ...more,
      used,
      usedBy,
    })),
  }
}

/** A line for each value, in columns, and one below it that says where it is used. */
function toText({name, values}: Listed): string {
  const widths = [Math.max(0, ...values.map(({value}) => value.name.length)), 0]
  const lines = values.flatMap(({value, used, usedBy}) => {
    const about = [value.unit, value.asOf && `as of ${value.asOf}`, value.source].filter((part) => part !== undefined)
    const places = [...used, ...usedBy.map((other) => `in ${other}`)]
    const head = `  ${value.name.padEnd(widths[0] ?? 0)}  ${[value.text, ...about].join(' | ')}`
    return [head, `      ${places.length === 0 ? 'used nowhere' : places.join(', ')}`]
  })
  return [`${name}: ${values.length} values`, ...lines, ''].join('\n')
}
