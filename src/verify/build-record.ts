import {variants, type Variant} from '../model/config.ts'

/** What a manifest says of a build, as far as the build can be repeated from it and compared. */
export interface BuildRecord {
  readonly editions: readonly ('web' | 'print')[]
  readonly settings: BuildSettings
  readonly versions: Readonly<Record<string, string>>
  /** Hashes by path. */
  readonly inputs: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
}

/** What was asked of a build besides its editions; what was not asked for is absent. */
export interface BuildSettings {
  readonly variants?: readonly Variant[]
  readonly baseUrl?: string
  readonly standalone?: boolean
  /** The date that stands for today's: ISO. */
  readonly date?: string
}

/** Reads a manifest, if it is one; hashes that are no texts are left out. */
export function maybeRecord(text: string): BuildRecord | undefined {
  const manifest = maybeObject(parsed(text))
  const [inputs, outputs] = [maybeObject(manifest?.['inputs']), maybeObject(manifest?.['outputs'])]
  if (manifest === undefined || inputs === undefined || outputs === undefined) return undefined
  const editions = Array.isArray(manifest['editions']) ? manifest['editions'] : []
  return {
    editions: editions.filter((edition): edition is 'web' | 'print' => edition === 'web' || edition === 'print'),
    settings: settingsOf(maybeObject(manifest['settings']) ?? {}),
    versions: textsOf(maybeObject(manifest['versions']) ?? {}),
    inputs: textsOf(inputs),
    outputs: textsOf(outputs),
  }
}

function settingsOf({variants: asked, baseUrl, standalone, date}: Readonly<Record<string, unknown>>): BuildSettings {
  return {
    ...(Array.isArray(asked) ? {variants: variants.filter((variant) => asked.includes(variant))} : {}),
    ...(typeof baseUrl === 'string' ? {baseUrl} : {}),
    ...(standalone === true ? {standalone} : {}),
    ...(typeof date === 'string' ? {date} : {}),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function maybeObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? {...value} : undefined
}

function textsOf(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
