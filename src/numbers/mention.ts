/** What a number counts, as far as its words tell. */
export type Unit = 'count' | 'percent' | 'points' | 'times' | 'money' | 'rank' | 'share'

/** A number that a text names, in digits or words. Offsets are in the text; the second one is excluded. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Structural numbers name or date something; quantities say how much, and must come from somewhere. */
  readonly role: 'structural' | 'quantity'
  /** Why it is what it is: the name of the rule that found it, as `date` or `percent`. */
  readonly kind: string
  readonly quantity?: Quantity
}

export interface Quantity {
  readonly value: number
  readonly unit: Unit
  /** The place of its last digit that counts: 0.1 for `50.7`, 1000 for `14 thousand`; it is known to half of that. */
  readonly step: number
}

/** One way in which numbers are written. The first rule that finds a stretch of text has it. */
export interface Rule {
  readonly kind: string
  readonly role: Mention['role']
  /** Global. */
  readonly pattern: RegExp
  /** What the number is; undefined where it is none after all, which leaves the stretch to other rules. */
  readonly read?: (found: Found) => Quantity | undefined
  /** Whether it holds, from what stands around it. */
  readonly when?: (found: Found) => boolean
}

export interface Found {
  readonly text: string
  readonly before: string
  readonly after: string
}
