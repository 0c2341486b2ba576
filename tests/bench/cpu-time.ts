import {readFile, readdir} from 'node:fs/promises'

/** Milliseconds in which a process and all that it started, threads too, had a core: on Linux, to 10 ms. */
export async function cpuTime(root: number): Promise<number> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(numbers.map((id) => maybeTimes(Number(id))))
  const processes = new Map(found.filter((one) => one !== undefined).map((one) => [one.id, one]))
  const isInside = (id: number): boolean => {
    const parent = processes.get(id)?.parent ?? 0
    return id === root || (parent > 1 && isInside(parent))
  }
  return [...processes.values()].filter(({id}) => isInside(id)).reduce((sum, {ticks}) => sum + ticks * 10, 0)
}

interface Times {
  readonly id: number
  readonly parent: number
  readonly ticks: number
}

/** Processes end while they are read. */
async function maybeTimes(id: number): Promise<Times | undefined> {
  try {
    const stat = await readFile(`/proc/${id}/stat`, 'utf8')
    // The name in brackets may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map((_, index, all) => Number(all[index]))
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]]
    return {id, parent, ticks: user + system}
  } catch {
    return undefined
  }
}
