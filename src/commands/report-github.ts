import type {VFile} from 'vfile'
import {severityOf} from '../messages/message.ts'
import {endOf, inOrder, type PlacedMessage} from './message-text.ts'

/** The messages of some files as GitHub's commands for workflows, named as the severities are, which show them beside the lines of a change. */
export function toGithub(files: readonly VFile[]): string {
  return inOrder(files).map(lineOf).join('')
}

function lineOf({file, message}: PlacedMessage): string {
  const {line, column, ruleId, reason, note} = message
  const properties = {file: file.path, line, col: column, ...endOf(message), title: ruleId}
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
  const text = [reason, note].filter((part) => part !== undefined && part !== '').join('. ')
  return `::${severityOf(message)} ${written.join(',')}::${escaped(text)}\n`
}

/** A line that begins with `::` is a command: no text of a file may begin another one. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
