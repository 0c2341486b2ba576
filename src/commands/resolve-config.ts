import {resolve} from 'node:path'
import {variants, type Config, type Edition} from '../model/config.ts'
import type {Call} from './commands.ts'
import type {Flags} from './options.ts'
import type {Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

const editions: Readonly<Record<NonNullable<Flags['edition']>, readonly Edition[]>> = {
  web: ['web'],
  print: ['print'],
  all: ['web', 'print'],
}

/**
 * Flags and defaults merged into one, once. Paths are taken from the folder that the user is in.
 *
 * @throws UsageError
 */
export function resolveConfig(
  {names, flags, silence, linkHosts}: Call,
  {directory, environment}: Surroundings,
): Config {
  const project = resolve(directory, flags.project ?? '.')
  return {
    project,
    output: flags.output === undefined ? resolve(project, 'output') : resolve(directory, flags.output),
    briefs: names,
    editions: editions[flags.edition ?? 'all'],
    variants: variants.filter((variant) => flags.variant?.includes(variant)),
    baseUrl: baseUrlOf(flags['base-url']),
    standalone: flags.standalone === true,
    numbers: flags.numbers === true,
    ...(flags['skip-links'] && {skipLinks: flags['skip-links']}),
    ...(linkHosts && {linkHosts}),
    date: dateOf(environment['SOURCE_DATE_EPOCH']),
    browser: flags.browser ?? environment['BRIEF_BROWSER'],
    strict: flags.strict ?? false,
    silence,
    acceptedOnly: flags['accepted-only'] ?? false,
    highlightChanges: flags['highlight-changes'] ?? false,
    cache: flags.cache ?? true,
    browserTimeout: timeoutOf(environment['BRIEF_BROWSER_TIMEOUT']),
  }
}

/** Addresses are told apart by their last `/`: without it the last part would be lost. */
function baseUrlOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(`unexpected base address \`${url}\`, expected one as \`https://example.org/briefs/\``)
  }
  return new URL(url.endsWith('/') ? url : `${url}/`).href
}

/** Seconds since 1970, as the specification of SOURCE_DATE_EPOCH has it, to the day that they fall on in UTC. */
function dateOf(seconds: string | undefined): string | undefined {
  if (seconds === undefined || seconds === '') return undefined
  const date = /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000) : undefined
  if (date !== undefined && date.getUTCFullYear() <= 9999) return date.toISOString().slice(0, 10)
  throw new UsageError(`unexpected SOURCE_DATE_EPOCH \`${seconds}\`, expected seconds since 1970 as a whole number`)
}

/** Seconds, as the environment has them, to milliseconds. */
function timeoutOf(seconds: string | undefined): number | undefined {
  if (seconds === undefined || seconds === '') return undefined
  const number = Number(seconds)
  if (number > 0 && Number.isFinite(number)) return number * 1000
  throw new UsageError(`unexpected BRIEF_BROWSER_TIMEOUT \`${seconds}\`, expected seconds as a number above 0`)
}
