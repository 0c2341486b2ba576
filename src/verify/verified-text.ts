import {join, relative} from 'node:path'
import type {Difference} from './compare-records.ts'
import type {Verified} from './verify-brief.ts'

/** What a person reads of a brief that was verified. */
export function verifiedText({name, folder, files, differences}: Verified, directory: string): string {
  const shown = relative(directory, folder)
  if (files === undefined) {
    return `${name}: nothing to verify: there is no ${join(shown, 'manifest.json')}\n  Build the brief, or name the folder with --output.\n`
  }
  if (differences.length === 0) return `${name}: verified, ${files} files of ${shown} are the same when built again\n`
  return `${name}: not the same\n${differences.map((one) => `  - ${textOf(one, shown)}\n`).join('')}`
}

export function isVerified({files, differences}: Verified): boolean {
  return files !== undefined && differences.length === 0
}

function textOf({kind, name, how, detail}: Difference, folder: string): string {
  const texts: Readonly<Record<Difference['kind'], Readonly<Record<Difference['how'], string>>>> = {
    file: {
      changed: `${join(folder, name)} was changed after it was built`,
      missing: `${join(folder, name)} is missing`,
      new: `${join(folder, name)} does not come from the build`,
    },
    output: {
      changed: `${name} comes out differently when it is built again`,
      missing: `${name} does not come out when the brief is built again`,
      new: `${name} comes out new when the brief is built again`,
    },
    input: {
      changed: `${name} is not what it was when the brief was built`,
      missing: `${name}, which the brief was built from, is gone or not used`,
      new: `${name} was not there when the brief was built`,
    },
    version: {changed: `${name} was ${detail ?? ''}`, missing: '', new: ''},
  }
  return texts[kind][how]
}
