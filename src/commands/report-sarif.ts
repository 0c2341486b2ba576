import type {VFile} from 'vfile'
import {severityOf} from '../messages/message.ts'
import {topicOf} from '../messages/topics.ts'
import {version} from '../version.ts'
import {endOf, inOrder, type PlacedMessage} from './message-text.ts'

const levels: Readonly<Record<string, string>> = {error: 'error', warning: 'warning', notice: 'note'}

/** The messages of some files as SARIF 2.1.0, which code hosts show beside the lines that they are about. */
export function toSarif(files: readonly VFile[]): unknown {
  const placed = inOrder(files)
  const ids = [...new Set(placed.map(({message}) => message.ruleId ?? ''))].toSorted()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'policy-brief',
            version,
            rules: ids.map((id) => ({id, shortDescription: {text: topicOf(id).title}})),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: placed.map((each) => resultOf(each, ids)),
      },
    ],
  }
}

function resultOf({file, message}: PlacedMessage, ids: readonly string[]): unknown {
  const {ruleId = '', reason, note, line, column} = message
  const region = line === undefined ? undefined : {startLine: line, startColumn: column ?? 1, ...endOf(message)}
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severityOf(message)],
    message: {text: [reason, note].filter((part) => part !== undefined && part !== '').join('. ')},
    locations: [{physicalLocation: {artifactLocation: {uri: encodeURI(file.path)}, region}}],
  }
}
