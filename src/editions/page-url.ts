import type {Config} from '../model/config.ts'

/**
 * The address at which a brief's page will stand: the one that the brief itself says, or its folder below the base
 * address. Ends with `/` where it is a folder's, so that what stands beside the page resolves against it.
 */
export function maybePageUrl(
  {name, url}: {readonly name: string; readonly url?: string | undefined},
  {baseUrl}: Pick<Config, 'baseUrl'>,
): string | undefined {
  if (url !== undefined && URL.canParse(url)) return withSlash(new URL(url)).href
  return baseUrl === undefined ? undefined : new URL(`${encodeURIComponent(name)}/`, baseUrl).href
}

/** `https://x.org/briefs/07` is a folder, `.../07/index.html` is in one. */
function withSlash(url: URL): URL {
  if (!/\/[^/.]+$/.test(url.pathname)) return url
  const folder = new URL(url)
  folder.pathname += '/'
  return folder
}
