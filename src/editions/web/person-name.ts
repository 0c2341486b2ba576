/** A name as records of references have it: in two parts, or whole where it has none or is that of a body. */
export type PersonName = {readonly family: string; readonly given: string} | {readonly literal: string}

/**
 * Splits a name as it is written: the last word is the family's, with the particles before it (`Ursula von der Leyen`);
 * `Leyen, Ursula` says itself what is what.
 */
export function splitName(name: string, institution: string | undefined): PersonName {
  const whole = name.trim().replaceAll(/\s+/g, ' ')
  if (whole === institution) return {literal: whole}
  const [family = '', ...given] = whole.split(', ')
  if (given.length > 0) return {family, given: given.join(', ')}
  const words = whole.split(' ')
  if (words.length < 2 || words.some((word) => BODIES.test(word))) return {literal: whole}
  let first = words.length - 1
  while (first > 1 && PARTICLES.has((words[first - 1] ?? '').toLowerCase())) first -= 1
  return {family: words.slice(first).join(' '), given: words.slice(0, first).join(' ')}
}

/** Words that stand in the names of bodies and in nobody's. */
const BODIES =
  /^(?:agency|association|bank|cent(?:er|re)|commission|committee|council|department|forum|foundation|fund|group|institute|institut|ministry|network|office|organi[sz]ation|programme|team|union|university|université)$/i

const PARTICLES: ReadonlySet<string> = new Set(
  'al bin bint da dal de del della der den di dos du el ibn la le ten ter van von zu'.split(' '),
)
