import type {Files} from '../effects/effects.ts'
import type {BriefDiff} from './diff-brief.ts'

export async function renderReport(_diff: BriefDiff, _files: Pick<Files, 'maybeReadPackage'>): Promise<string> {
  return await Promise.resolve('')
}
