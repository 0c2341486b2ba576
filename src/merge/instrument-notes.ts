import type {Message} from '../messages/message.ts'
import type {MergeContext} from './merge-context.ts'

/** An expression that prints, or a call of a helper. */
export interface Call {
  readonly offset: number
  /** Where its text ends. */
  readonly end: number
  readonly helper: string
  /** The arguments as written; those that are names may turn out to be unknown. */
  readonly written: readonly {readonly text: string; readonly isName: boolean}[]
}

/** What the walk over a template writes down. */
export interface Notes {
  readonly context: MergeContext
  readonly offsetOf: (node: hbs.AST.Node) => number
  readonly endOf: (node: hbs.AST.Node) => number
  readonly content: (offset: number, length: number) => number
  readonly call: (call: Call) => number
  readonly problem: (node: hbs.AST.Node, message: Message) => void
}

/** Which names an expression sees: the brief's own, or those of a row and its block. */
export interface Scope {
  /** What `this` is, innermost last. */
  readonly levels: readonly ('brief' | 'item')[]
  readonly blockParams: readonly string[]
}

/** The helper that prints; a name that no author can write. */
export const printHelper = 'print'

/** The helper that stands for an expression with a mistake. */
export const failedHelper = 'failed'
