import {byId} from './dom.ts'

interface Position {
  /** The last element with an id above the middle of the window, and where it stood. */
  readonly id: string | undefined
  readonly top: number
  readonly scroll: number
}

/**
 * Shows the web edition. A new one is laid out behind the old one and takes its place when it is whole, at the same
 * point of the text.
 *
 * @param onValue told the number of a value that was clicked
 */
export function createWebPane(onValue: (printed: string) => void): {show: (edition: number) => void} {
  const pane = byId('web')
  let wanted = 0
  return {
    show(edition) {
      wanted = edition
      const frame = document.createElement('iframe')
      frame.title = 'Web edition'
      // The page may be read from here, but no script of it runs.
      frame.setAttribute('sandbox', 'allow-same-origin allow-popups')
      frame.className = 'coming'
      frame.src = `/web/${edition}/index.html`
      frame.addEventListener('load', () => {
        if (edition !== wanted) return frame.remove()
        listen(frame, onValue)
        void frame.contentDocument?.fonts.ready.then(() => {
          // A newer one may have been asked for, and the reader have scrolled, while fonts were loaded.
          if (edition === wanted) takePlace(frame, pane)
        })
      })
      for (const other of pane.querySelectorAll('iframe.coming')) other.remove()
      pane.append(frame)
    },
  }
}

function takePlace(frame: HTMLIFrameElement, pane: HTMLElement): void {
  const old = pane.querySelector<HTMLIFrameElement>('iframe:not(.coming)')
  if (old?.contentWindow && frame.contentWindow) restore(frame.contentWindow, positionOf(old.contentWindow))
  frame.className = ''
  old?.remove()
}

function positionOf(window: Window): Position {
  const marks = [...window.document.querySelectorAll('main [id]')].map((element) => ({
    id: element.id,
    top: element.getBoundingClientRect().top,
  }))
  const mark = marks.findLast(({top}) => top < window.innerHeight / 2)
  return {id: mark?.id, top: mark?.top ?? 0, scroll: window.scrollY}
}

function restore(window: Window, {id, top, scroll}: Position): void {
  const mark = id === undefined ? null : window.document.getElementById(id)
  const offset = mark === null ? scroll : window.scrollY + mark.getBoundingClientRect().top - top
  window.scrollTo({top: scroll === 0 ? 0 : offset, behavior: 'instant'})
}

function listen(frame: HTMLIFrameElement, onValue: (printed: string) => void): void {
  const page = frame.contentDocument
  if (page === null) return
  // The page's own policy refuses style elements that are not its own.
  const styles = new (frame.contentWindow as Window & typeof globalThis).CSSStyleSheet()
  styles.replaceSync('[data-value]{cursor:help;border-radius:2px}[data-value]:hover{background:#fde9a8}')
  page.adoptedStyleSheets.push(styles)
  page.addEventListener('click', (event) => {
    const target = event.target as Element | null
    const printed = target?.closest('[data-value]')?.getAttribute('data-value')
    if (printed !== null && printed !== undefined) onValue(printed)
    const link = target?.closest('a[href]')
    // What leads out of the brief is another window's.
    if (link && !link.getAttribute('href')?.startsWith('#')) link.setAttribute('target', '_blank')
  })
}
