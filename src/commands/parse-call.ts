import {parseArgs} from 'node:util'
import {listed, nearest} from '../messages/nearest.ts'
import type {Call, Command} from './commands.ts'
import {optionOf, type Flags, type Option, type OptionName} from './options.ts'
import {UsageError} from './usage-error.ts'

/**
 * Takes apart what follows a command's name.
 *
 * @throws UsageError
 */
export function parseCall(argv: readonly string[], command: Pick<Command, 'names' | 'options'>): Call {
  const known = new Map([...command.options, 'help' as const].map((name) => [name as string, optionOf(name)]))
  const {values, positionals, tokens} = parseArgs({
    args: [...argv],
    strict: false,
    allowNegative: true,
    tokens: true,
    options: Object.fromEntries([...known].map(([name, option]) => [name, parserOf(option)])),
  })
  for (const token of tokens) if (token.kind === 'option') assertOption(token, known)
  // An option without its value is `true` here; it is empty where it may be so.
  const given = Object.entries(values).map(([name, value]) => [
    name,
    isText(name, known) && value === true ? '' : value,
  ])
  const flags = Object.fromEntries(given) as Flags
  if (flags.help !== true) assertNames(positionals, command.names ?? '')
  return {names: positionals, flags, silence: {}}
}

function isText(name: string, known: ReadonlyMap<string, Option>): boolean {
  return known.get(name)?.type === 'text'
}

function parserOf({type, short}: Option): {type: 'string' | 'boolean'; multiple: boolean; short?: string} {
  const kind = type === 'switch' ? 'boolean' : 'string'
  return {type: kind, multiple: type === 'list', ...(short === undefined ? {} : {short})}
}

interface OptionToken {
  readonly name: string
  /** As it was typed: `--edition`, `-h`. */
  readonly rawName: string
  readonly value: string | undefined
  /** `--name=value` rather than `--name value`. */
  readonly inlineValue: boolean | undefined
}

function assertOption({name, rawName, value, inlineValue}: OptionToken, known: ReadonlyMap<string, Option>): void {
  const option = known.get(name)
  if (option === undefined) throw new UsageError(unknownOption(rawName, [...known.keys()]))
  if (option.type === 'switch') {
    if (value !== undefined) throw new UsageError(`unexpected value \`${value}\` of \`${rawName}\`, which takes none`)
    return
  }
  // `--output --json` is a forgotten value more often than a folder of that name.
  if (option.mayEnd === true && value === undefined) return
  const forgotten = value === undefined || (inlineValue !== true && value.startsWith('-'))
  if (forgotten) throw new UsageError(`unexpected end of \`${rawName}\`, expected \`${rawName} ${option.value ?? ''}\``)
  assertChoice(name as OptionName, value)
}

function unknownOption(typed: string, known: readonly string[]): string {
  const names = known.map((name) => `--${name}`)
  const near = nearest(typed, names)
  return `unexpected option \`${typed}\`, expected ${listed(near.length > 0 ? near : names)}`
}

function assertChoice(name: OptionName, value: string): void {
  const {choices} = optionOf(name)
  if (choices === undefined || choices.includes(value)) return
  throw new UsageError(`unexpected ${name} \`${value}\`, expected ${listed(choices)}`)
}

function assertNames(names: readonly string[], usage: string): void {
  const needed = [...usage.matchAll(/<[^>]+>/g)].map(([name]) => name)
  const missing = needed[names.length]
  if (missing !== undefined) throw new UsageError(`unexpected end, expected ${missing}`)
  const most = usage.includes('...') ? Infinity : [...usage.matchAll(/[<[]/g)].length
  const surplus = names[most]
  if (surplus !== undefined)
    throw new UsageError(
      `unexpected \`${surplus}\`, expected ${usage === '' ? 'options only' : `no more than ${usage}`}`,
    )
}
