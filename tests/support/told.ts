import type {VFile} from 'vfile'

/** A file's messages in short: `3:8 shape-wrong-type Unexpected ...`. */
export function told(file: VFile | undefined): string[] {
  return (file?.messages ?? []).map((message) => {
    const place = message.line === undefined ? '-' : `${message.line}:${message.column}`
    return `${place} ${message.ruleId} ${message.reason}`
  })
}
