import type {Element, Root} from 'hast'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {imageKind, imageWithoutAlt, missingImage, outsideImage} from '../messages/document.ts'
import {report} from '../messages/message.ts'

export interface ImageOptions {
  /** Paths of the images that the brief has. */
  readonly known: ReadonlySet<string>
  readonly file: VFile
}

/**
 * Checks that images are files of the brief and have a text alternative, and writes their paths in one form.
 *
 * @returns the paths of those used, in the order of the text
 */
export function placeImages(trees: readonly Root[], options: ImageOptions): string[] {
  const used = new Set<string>()
  for (const tree of trees) {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'img') return
      const path = placeImage(node, options)
      if (path !== undefined) used.add(path)
    })
  }
  return [...used]
}

function placeImage(image: Element, {known, file}: ImageOptions): string | undefined {
  const src = decoded(image.properties.src ?? '')
  const path = insidePath(src)
  // An image without a path has been reported where its directive was read.
  if (src === '') return undefined
  if (!image.properties.alt) report(file, image, imageWithoutAlt(src))
  if (path === undefined) delete image.properties.src
  else image.properties.src = path
  if (path !== undefined && known.has(path)) return path
  if (path === undefined) report(file, image, outsideImage(src))
  else report(file, image, isImage(path) ? missingImage(path, known) : imageKind(path))
  return undefined
}

// A file of another kind is not read, so nobody knows whether it is there.
function isImage(path: string): boolean {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase()
  return ending === undefined || imageEndings.includes(ending)
}

const imageEndings = ['avif', 'gif', 'jpeg', 'jpg', 'png', 'svg', 'webp']

function insidePath(src: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:/i.test(src)) return undefined // an address, or a drive
  if (/^[/\\]/.test(src)) return undefined
  const parts: string[] = []
  for (const part of src.split(/[/\\]/)) {
    if (part === '..' && parts.pop() === undefined) return undefined // above the folder of the brief
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}
