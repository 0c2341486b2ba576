import type {VFile} from 'vfile'
import {report} from '../messages/message.ts'
import {wrongType} from '../messages/sources.ts'
import {parseJson} from './parse-json.ts'
import {kindOf} from './report-issues.ts'
import {isMap} from './shapes.ts'

/**
 * The object that a JSON file holds.
 *
 * @returns undefined when it holds something else, which is reported on it as not what was `expected`
 */
export function validateObject(file: VFile, expected: string): Readonly<Record<string, unknown>> | undefined {
  const placed = parseJson(String(file), file)
  if (!placed) return undefined
  if (isMap(placed.value)) return placed.value
  report(file, placed.at([]), wrongType(kindOf(placed.value), expected))
  return undefined
}
