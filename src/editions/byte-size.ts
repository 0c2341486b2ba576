/** A file's size as it stands in a link: `640 bytes`, `1.2 kB`, `3.4 MB`; a thousand to the kilo. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  // Rounded in whole tenths, so that 999,950 bytes are 1 MB and not 1,000 kB.
  const tenths = Math.round(bytes / 100)
  if (tenths < 10_000) return `${scaled(tenths)} kB`
  return `${scaled(Math.round(bytes / 100_000))} MB`
}

function scaled(tenths: number): string {
  if (tenths >= 100) return String(Math.round(tenths / 10))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
