import type {Misplaced} from './measured.ts'

/** @throws Error that names the first thing that does not stand where the plan has it: a fault of the program */
export function assertPlaced(misplaced: readonly Misplaced[], height: number): void {
  const [first] = misplaced
  if (first === undefined) return
  const page = Math.floor(first.expected / height) + 1
  const {words, line} = first.place
  throw new Error(
    `${misplaced.length} pieces of the print document are not where the page plan has them, first on page ${page}: ` +
      `"${words}"${line === undefined ? '' : `, line ${line} of the narrative,`} is at ${first.found} px, ` +
      `not at ${first.expected} px`,
  )
}
