/** What a page costs. Costs are compared with the square of the blank part of a page, in ten-thousandths. */
export const costs = {
  /** A page that is all blank; a tenth blank costs a hundredth of it. */
  blank: 10_000,
  /** A last page with next to nothing on it: as bad as leaving 24 % blank elsewhere; none from a sixth of a page on. */
  bareEnd: 600,
  /** One line of a paragraph alone, at the foot or the head of a page: as bad as leaving 45 % of the page blank. */
  stray: 2_000,
  /** A table cut between rows, its head repeated: as bad as leaving 30 % blank. */
  row: 900,
  /** A note that runs on to the next page: as bad as leaving 17 % blank. */
  splitNote: 300,
  /** A figure that stands on a page after its own, for each such page: as bad as leaving 11 % blank. */
  float: 120,
  /** A heading at the foot, a caption parted from its table: only where nothing else can be done. */
  kept: 1_000_000,
  /** A page without text, to get on with a note that is longer than a page. */
  notesOnly: 10_000_000,
  /** A note that begins after the page of its call: its page cannot hold a line of it. */
  lateNote: 100_000_000,
  /** A thing higher than a page. */
  tall: 1_000_000_000,
} as const
