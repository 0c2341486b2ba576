import type {Root} from 'hast'
import {visit} from '../visit.ts'
import {mediaType} from './media-type.ts'

/** Gives each of the narrative's images the address that it has in an edition. */
export function placeImages(tree: Root, addressOf: (path: string) => string): void {
  visit(tree, 'element', (node) => {
    const {src} = node.properties
    if (node.tagName !== 'img' || typeof src !== 'string' || src.startsWith('data:')) return
    node.properties.src = addressOf(src)
  })
}

/**
 * The image as a data: address, for a document that needs no other file.
 *
 * @throws Error when the image is not among those that were loaded
 */
export function imageAsData(path: string, images: ReadonlyMap<string, Uint8Array>): string {
  return `data:${mediaType(path)};base64,${Buffer.from(imageBytes(path, images)).toString('base64')}`
}

/** @throws Error when the image is not among those that were loaded */
export function imageBytes(path: string, images: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = images.get(path)
  if (bytes !== undefined) return bytes
  throw new Error(`Image ${path} was not loaded`)
}
