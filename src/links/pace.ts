import type {LinkDoor} from '../effects/effects.ts'

/** When a host was last asked, and how long it is left alone. */
export interface Pace {
  asked: number | undefined
  readonly pause: number
}

/** Waits until the host may be asked again. */
export async function wait(pace: Pace, links: Pick<LinkDoor, 'now' | 'sleep'>): Promise<void> {
  const left = pace.asked === undefined ? 0 : pace.asked + pace.pause - links.now()
  if (left > 0) await links.sleep(left)
  pace.asked = links.now()
}
