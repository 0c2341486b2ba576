import type {FaceName} from './name-face.ts'

/** One drawing to make a PNG of, as plain values: it can be sent to another thread. */
export interface PictureJob {
  /** A whole `<svg>` element with a size. */
  readonly svg: string
  /** The only fonts that its texts are set in: see `loadChartFonts`. */
  readonly fonts: readonly PictureFont[]
  /** Pixels of the picture for each CSS px of the drawing. */
  readonly scale: number
  /** A CSS colour behind the drawing; without one the picture is transparent. */
  readonly background?: string
}

export interface PictureFont extends FaceName {
  /** TrueType or OpenType, unpacked. */
  readonly data: Uint8Array
}

/** The PNG, or why there is none. */
export type PictureResult = {readonly png: Uint8Array} | {readonly failure: string}

/** What comes back from the other thread. */
export function isPictureResult(value: unknown): value is PictureResult {
  return typeof value === 'object' && value !== null && ('png' in value || 'failure' in value)
}
