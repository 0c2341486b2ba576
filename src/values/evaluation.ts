import type {Point} from 'unist'
import type {Message} from '../messages/message.ts'
import type {Table} from '../model/data.ts'
import type {ValueDefinitions} from '../model/values.ts'
import type {Database} from './database.ts'

/** What the evaluation of each value gets to see. */
export interface Evaluation {
  readonly definitions: ValueDefinitions
  /** Resources and views by name. */
  readonly tables: ReadonlyMap<string, Table>
  readonly lang: string
  /** Leaves a message on the file of the definitions. */
  readonly report: (place: Point | undefined, message: Message) => void
  /** Open where the definitions have SQL. */
  readonly database?: Database
}

/** What views and SQL values get to see. */
export interface SqlEvaluation extends Evaluation {
  readonly database: Database
}
