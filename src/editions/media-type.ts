/** The media type that a file's name says. */
export function mediaType(path: string): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return mediaTypes[ending] ?? 'application/octet-stream'
}

const mediaTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bib: 'application/x-bibtex',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  png: 'image/png',
  ris: 'application/x-research-info-systems',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  woff2: 'font/woff2',
  zip: 'application/zip',
}
