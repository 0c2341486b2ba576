/** Where the program speaks: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Shows what is being done, in one line that the next one replaces; nothing shows in the first second. */
  readonly status: (text: string | undefined) => void
  /** Colours may be used in what goes to `err`. */
  readonly color: boolean
}

const quietTime = 1000

/** The terminal of this process. Where standard error is not one, as in a log, no status is shown. */
export function createTerminal(): Terminal {
  const started = performance.now()
  const live = process.stderr.isTTY
  let last: string | undefined
  let timer: NodeJS.Timeout | undefined

  const show = (): void => {
    if (live) process.stderr.write(last === undefined ? '\r\u001B[K' : `\r\u001B[K${last}`)
  }
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => {
      if (live && last !== undefined) process.stderr.write('\r\u001B[K')
      process.stderr.write(text)
    },
    status: (text) => {
      const shown = performance.now() - started >= quietTime
      clearTimeout(timer)
      last = text
      if (shown) show()
      else if (text !== undefined) timer = setTimeout(show, quietTime - (performance.now() - started)).unref()
    },
    color: live && process.env['NO_COLOR'] === undefined,
  }
}
