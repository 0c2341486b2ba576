import {nearest, listed} from '../messages/nearest.ts'
import {topicOf} from '../messages/topics.ts'
import type {Call} from './commands.ts'
import {exits, type Surroundings} from './surroundings.ts'
import {UsageError} from './usage-error.ts'

/** `brief explain`: what a message means, or a list of all. */
export async function explainCommand({names: [id]}: Call, {terminal}: Surroundings): Promise<number> {
  const {explain, explained} = await import('../messages/explain.ts')
  if (id === undefined) {
    terminal.out(listOf(Object.keys(explained)))
    return exits.done
  }
  const found = Object.hasOwn(explained, id) ? explained[id] : undefined
  if (found === undefined) throw new UsageError(unknown(id, Object.keys(explained)))
  terminal.out(explain(id, found))
  return exits.done
}

function unknown(id: string, known: readonly string[]): string {
  const near = nearest(id, known)
  const expected = near.length > 0 ? listed(near) : 'the id at the end of a message'
  return `unexpected id \`${id}\`, expected ${expected}`
}

function listOf(ids: readonly string[]): string {
  const titles = [...new Set(ids.map((id) => topicOf(id).title))]
  const groups = titles.map((title) => {
    const own = ids.filter((id) => topicOf(id).title === title)
    return `${title}\n${own.map((id) => `  ${id}\n`).join('')}`
  })
  return groups.join('\n')
}
