/** Asks the user a question on the terminal; the answer is undefined when the input ends. */
export type Ask = (question: string) => Promise<string | undefined>

/** Questions and answers on this process's terminal; undefined where nobody is there to answer. */
export function maybePrompt(): Ask | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined
  return async (question) => {
    const {createInterface} = await import('node:readline/promises')
    const lines = createInterface({input: process.stdin, output: process.stderr})
    try {
      const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)))
      const answer = await Promise.race([lines.question(question), ended])
      return answer?.trim()
    } finally {
      lines.close()
    }
  }
}
