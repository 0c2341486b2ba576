import type {Point} from 'unist'
import type {VFile} from 'vfile'
import {pointAt} from '../sources/point-at.ts'

/** Where a JSON file says `"name": "value"` for the first time, if it does so on one line. */
export function maybePlaceOf(file: VFile, name: string, value: string): Point | undefined {
  const text = String(file.value ?? '')
  const pattern = new RegExp(`${escaped(JSON.stringify(name))}\\s*:\\s*${escaped(JSON.stringify(value))}`)
  const found = pattern.exec(text)
  return found === null ? undefined : pointAt(text, found.index)
}

/** Where a JSON file has a text for the first time. */
export function maybePlaceOfText(file: VFile, value: string): Point | undefined {
  const text = String(file.value ?? '')
  const offset = text.indexOf(JSON.stringify(value))
  return offset < 0 ? undefined : pointAt(text, offset)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
