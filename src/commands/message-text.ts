import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {severityOf, type Message} from '../messages/message.ts'
import {maybeExcerpt, type Excerpt} from './excerpt.ts'
import {paint} from './paint.ts'

/** A message with the file that it is on. */
export interface PlacedMessage {
  readonly file: VFile
  readonly message: VFileMessage
}

/** All messages of some files, by file and by place in it. */
export function inOrder(files: readonly VFile[]): readonly PlacedMessage[] {
  return [...new Set(files)]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => file.messages.toSorted((a, b) => placeOf(a) - placeOf(b)).map((message) => ({file, message})))
}

function placeOf({line = 0, column = 0}: VFileMessage): number {
  return line * 1e6 + column
}

/** Where what a message is about ends, if it says so. */
export function endOf({place}: VFileMessage): {readonly endLine?: number; readonly endColumn?: number} {
  return place !== undefined && 'end' in place ? {endLine: place.end.line, endColumn: place.end.column} : {}
}

/**
 * What a person reads: each message with its place, the line that it is about with a mark under what is meant, and what
 * to do; then how many there are. Empty when there are none.
 */
export function messageText(files: readonly VFile[], {color}: {readonly color: boolean}): string {
  const placed = inOrder(files)
  if (placed.length === 0) return ''
  return `${placed.map((each) => `${oneText(each, color)}\n`).join('')}${countText(placed)}\n\n`
}

/** What a person reads of a message that is on no file. */
export function refusalText({severity, reason, id, note}: Message, {color}: {readonly color: boolean}): string {
  return `${headOf({where: '', severity, reason, id}, color)}  ${note}\n\n`
}

function oneText({file, message}: PlacedMessage, color: boolean): string {
  const {line, column, reason, ruleId: id = '', note} = message
  const where = [file.path, line, column].filter((part) => part !== undefined).join(':')
  const severity = severityOf(message)
  const excerpt = maybeExcerpt(file, message)
  const shown = excerpt === undefined ? '' : excerptText(excerpt, severity, color)
  const mend = (note ?? '') === '' ? '' : `  ${String(note).replaceAll('\n', '\n  ')}\n`
  return `${headOf({where: `${where} `, severity, reason, id}, color)}${shown}${mend}`
}

interface Head extends Omit<Message, 'note'> {
  readonly where: string
}

function headOf({where, severity, reason, id}: Head, color: boolean): string {
  const {bold, faint, as} = paint(color)
  return `${bold(where)}${as(severity)(severity)} ${reason} ${faint(`[${id}]`)}\n`
}

function excerptText({line, text, before, marked}: Excerpt, severity: Message['severity'], color: boolean): string {
  const {faint, as} = paint(color)
  const number = String(line).padStart(5)
  const mark = as(severity)('^'.repeat(marked))
  return `${faint(`${number} |`)} ${text}\n${faint(`${' '.repeat(number.length)} |`)} ${' '.repeat(before)}${mark}\n`
}

function countText(placed: readonly PlacedMessage[]): string {
  const severities = placed.map(({message}) => severityOf(message))
  const counts = (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const count = severities.filter((each) => each === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]
  })
  return counts.join(', ')
}
