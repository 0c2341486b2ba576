/** How numbers are written in a language other than English; patterns are sources of regular expressions. */
export interface NumberLanguage {
  readonly decimal: ',' | '.'
  /** What may stand between groups of three digits. */
  readonly group: string
  /** Words that add up, with their values: "zwanzig", "quatre". */
  readonly words: Readonly<Record<string, number>>
  /** Words that multiply what stands before them: "hundert", "million". Whole words only, but for those in `joined`. */
  readonly powers: Readonly<Record<string, number>>
  /** Words of numbers are written in one ("zweihundert"), or apart ("deux cents"). */
  readonly joined: boolean
  /** What may stand between two words of a number. */
  readonly glue: string
  /** Articles that are "one" before a power: "eine Million". */
  readonly article: string
  /** Words after which a small number points back to what was said: "die drei". */
  readonly determiners: string
  readonly percent: string
  readonly points: string
  readonly money: string
  /** "zwei Drittel": the parts with what they divide by. */
  readonly parts: Readonly<Record<string, number>>
  /** Shares in other words, in percent. */
  readonly shares: readonly (readonly [pattern: string, percent: number])[]
  /** "eine von fünf": what stands between the two numbers. */
  readonly outOf: string
  /** "dreimal so viele": after the number. */
  readonly times: string
  /** "verdoppelt": with how many times. */
  readonly multiples: readonly (readonly [pattern: string, times: number])[]
  readonly months: string
  /** A day with its month: `DAY`, `MONTH` and `YEAR` stand for theirs. */
  readonly date: string
  /** Words after which four digits are a year. */
  readonly before: string
  /** Periods: centuries, decades, quarters. */
  readonly periods: string
  /** Parts of documents and laws: "Artikel 12". */
  readonly references: string
  /** Numbers that count nothing: ordinals, idioms, names. */
  readonly idioms: string
}
