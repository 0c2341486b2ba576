import type {Message} from '../messages/message.ts'

type Painter = (text: string) => string

export interface Paint {
  readonly bold: Painter
  readonly faint: Painter
  /** The colour of a severity. */
  readonly as: (severity: Message['severity']) => Painter
}

const colors: Readonly<Record<Message['severity'], number>> = {error: 31, warning: 33, notice: 36}

/** Colours for a terminal, or none. */
export function paint(color: boolean): Paint {
  const painter =
    (on: number, off: number): Painter =>
    (text) =>
      color && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text
  return {bold: painter(1, 22), faint: painter(2, 22), as: (severity) => painter(colors[severity], 39)}
}
