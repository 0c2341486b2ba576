/** What other programs may use: the build of briefs, and its types. */
export {buildAll, type BriefResult} from './build-all.ts'
export {buildBrief, type Built} from './build.ts'
export {createEffects, type EffectsInput} from './effects/create-effects.ts'
export type {Effects} from './effects/effects.ts'
export {AuthorError, Refusal, type Message} from './messages/message.ts'
export type {Config} from './model/config.ts'
