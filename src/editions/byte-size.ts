import type {Words} from './words.ts'

/** A file's size as it stands in a link: `640 bytes`, `1.2 kB`, `3.4 MB`; a thousand to the kilo. */
export function formatBytes(
  bytes: number,
  {bytes: [byte, kilo, mega], decimal}: Pick<Words, 'bytes' | 'decimal'>,
): string {
  if (bytes < 1000) return `${bytes} ${byte}`
  // Rounded in whole tenths, so that 999,950 bytes are 1 MB and not 1,000 kB.
  const tenths = Math.round(bytes / 100)
  if (tenths < 10_000) return `${scaled(tenths, decimal)} ${kilo}`
  return `${scaled(Math.round(bytes / 100_000), decimal)} ${mega}`
}

function scaled(tenths: number, decimal: string): string {
  if (tenths >= 100) return String(Math.round(tenths / 10))
  return `${Math.floor(tenths / 10)}${decimal}${tenths % 10}`
}
