import {error, warning, type Message} from './message.ts'

/** The user named a browser that is not there. */
export function browserNotFound(path: string): Message {
  return error(
    'print-browser-not-found',
    `Unexpected browser \`${path}\`, expected the path of an executable file`,
    'Name the program itself with `--browser` or `BRIEF_BROWSER`, or name none to use the browser that is installed with the program.',
  )
}

/** No browser was named, none is in the packages. */
export function browserMissing(): Message {
  return error(
    'print-browser-missing',
    'Unexpected lack of a browser, expected one in the installed packages',
    'Install one with `npx puppeteer browsers install chrome-headless-shell`, or name a Chrome or Chromium with `--browser` or `BRIEF_BROWSER`.',
  )
}

/** The browser ended, or never answered, when it was started. */
export function browserDoesNotStart(path: string, said: string): Message {
  return error(
    'print-browser-does-not-start',
    `Unexpected end of the browser \`${path}\` while it started, expected it to answer${quoted(said)}`,
    'Run the browser by hand to see what it lacks, or name another one with `--browser` or `BRIEF_BROWSER`.',
  )
}

export function browserCrashed(said: string): Message {
  return error(
    'print-browser-crashed',
    `Unexpected end of the browser while it laid out or printed the brief, expected it to finish${quoted(said)}`,
    'Build again; if it ends again, give the machine more memory or leave out the largest image or chart.',
  )
}

export function browserHangs(call: string, seconds: number): Message {
  return error(
    'print-browser-hangs',
    `Unexpected silence of the browser for ${seconds} s at \`${call}\`, expected an answer`,
    'Build again when the machine is less busy; if it happens again, shorten the brief or leave out its largest chart.',
  )
}

/** The print document asked for something that is not inside it. */
export function networkRefused(urls: readonly string[]): Message {
  return error(
    'print-network-refused',
    `Unexpected request for ${urls.map((url) => `\`${url}\``).join(', ')}, expected a print document that needs no network`,
    'Put the file into the brief or the template, and refer to it by its path there.',
  )
}

export function fontsFailed(fonts: readonly string[]): Message {
  return error(
    'print-font-failed',
    `Unexpected failure to load the font ${fonts.map((font) => `\`${font}\``).join(', ')}, expected every font of the template to load`,
    'Install the packages again with `npm ci`, or correct the fonts of the template.',
  )
}

export function imagesFailed(images: readonly string[]): Message {
  return error(
    'print-image-failed',
    `Unexpected failure to read the image ${images.map((image) => `\`${image}\``).join(', ')}, expected PNG, JPEG, GIF, WebP, AVIF or SVG`,
    'Save the image again in one of these formats.',
  )
}

/** Something that cannot be cut is higher than a page. */
export function tooTall(what: string): Message {
  return warning(
    'print-too-tall',
    `Unexpected height of \`${what}\`, expected no more than a page`,
    'Cut it in two or make it smaller; it runs over the page in the PDF.',
  )
}

/** A block that is to stay whole is higher than a page. */
export function keptParted(what: string): Message {
  return warning(
    'print-kept-parted',
    `Unexpected height of what is to stay whole from \`${what}\` on, expected no more than a page`,
    'Keep less together: it is cut where a page ends.',
  )
}

/** A table that does not fit the column, even in small type. */
export function tooWide(what: string, percent: number): Message {
  return warning(
    'print-too-wide',
    `Unexpected width of \`${what}\`, expected no more than the column at ${percent} % of its size`,
    'Show fewer columns with `columns="..."`, shorten its heads, or turn it onto its side with `fit="turn"`.',
  )
}

/** A table or picture that fits only when it is made smaller. */
export function shownSmaller(what: string, percent: number): Message {
  return warning(
    'print-smaller',
    `Unexpected size of \`${what}\`, expected what fits the page without being made smaller, here to ${percent} %`,
    'Take `fit="scale"` if that is well, `fit="turn"` to turn it onto its side, or make it smaller itself.',
  )
}

/** A reference to a page that has another number after every try. */
export function pagesUnsettled(what: string): Message {
  return error(
    'print-pages-unsettled',
    `Unexpected change of the page that \`${what}\` names at every try, expected one that stays`,
    'Say it in other words, longer or shorter ones, or leave the page number out.',
  )
}

function quoted(said: string): string {
  const line = said.trim().split('\n').at(-1)?.trim() ?? ''
  return line === '' ? '' : ` (it said "${line.slice(0, 300)}")`
}
