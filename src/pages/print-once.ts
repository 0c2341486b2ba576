import type {CacheKey, Effects} from '../effects/effects.ts'
import {drawFurniture, printPages, type PrintedPages, type PrintPagesInput} from './print-pages.ts'

/**
 * `printPages`, or what it gave for the same print document in the same browser before. What was kept was audited then.
 *
 * @throws as printPages does
 */
export async function printOnce(
  input: PrintPagesInput,
  {browser, cache}: Pick<Effects, 'browser' | 'cache'>,
): Promise<PrintedPages> {
  const known = await browser.maybeIdentity()
  // Files that go inside may not be made before the browser has the document.
  // What stands for characters without a font is the machine's.
  const isOfMachine = (input.uncovered?.length ?? 0) > 0
  if (known === undefined || isOfMachine || input.attachments !== undefined) return await printPages(input, browser)
  const key = keyOf(input, known)
  const kept = maybeRead(await cache.maybeGet(key), input)
  if (kept !== undefined) {
    input.onSent?.()
    return kept
  }
  const printed = await printPages(input, browser)
  cache.keep(key, written(printed, input))
  return printed
}

/** Everything that the pages depend on, but for their running heads: those are made of the pages that came out. */
function keyOf({html, ...rest}: PrintPagesInput, browser: string): CacheKey {
  // JSON leaves out what is to be called.
  return {kind: 'pages', parts: [browser, html, JSON.stringify(rest)]}
}

interface Written extends Omit<PrintedPages, 'pdf'> {
  readonly furniture: readonly string[]
}

/** A line of JSON, then the PDF. */
function written({pdf, ...printed}: PrintedPages, input: PrintPagesInput): Uint8Array {
  const furniture = drawFurniture(input, printed.pages, printed.pageOf)
  const head = JSON.stringify({...printed, furniture} satisfies Written)
  return Buffer.concat([Buffer.from(`${head}\n`), pdf])
}

function maybeRead(kept: Uint8Array | undefined, input: PrintPagesInput): PrintedPages | undefined {
  if (kept === undefined) return undefined
  const end = kept.indexOf(0x0a)
  const {furniture, ...printed} = JSON.parse(new TextDecoder().decode(kept.subarray(0, end))) as Written
  const now = drawFurniture(input, printed.pages, printed.pageOf)
  const isSame = now.length === furniture.length && now.every((one, index) => one === furniture[index])
  return isSame ? {...printed, pdf: kept.subarray(end + 1)} : undefined
}
