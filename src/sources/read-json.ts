import type {VFile} from 'vfile'
import {jsonRows} from '../messages/data.ts'
import {report} from '../messages/message.ts'
import {parseJson} from './parse-json.ts'
import type {Records} from './records.ts'
import {kindOf} from './report-issues.ts'
import {isMap} from './shapes.ts'

/**
 * The rows of a JSON file that holds a list of objects; its columns are all names that they have.
 *
 * @returns undefined when the file holds something else; it has a message then
 */
export function readJson(text: string, file: VFile): Records | undefined {
  const placed = parseJson(text, file)
  if (!placed) return undefined
  const list = placed.value
  if (!Array.isArray(list)) {
    report(file, placed.at([]), jsonRows(kindOf(list)))
    return undefined
  }
  const wrong = list.findIndex((row: unknown) => !isMap(row))
  if (wrong !== -1) {
    report(file, placed.at([wrong]), jsonRows(`${kindOf(list[wrong])} in the list`))
    return undefined
  }
  const objects = list as readonly Readonly<Record<string, unknown>>[]
  const columns = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  return {
    columns,
    rows: objects.map((object) => columns.map((name) => (Object.hasOwn(object, name) ? object[name] : undefined))),
    numberOf: (row) => row + 1,
    placeOf: (row, column) => {
      const name = columns[column] ?? ''
      const holder = row < 0 ? objects.findIndex((object) => Object.hasOwn(object, name)) : row
      return row < 0 ? placed.nameAt([holder, name]) : placed.at([holder, name])
    },
  }
}
