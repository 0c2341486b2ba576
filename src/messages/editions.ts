import {warning, type Message} from './message.ts'

/** @param characters each of them once */
export function uncoveredCharacters(characters: readonly string[]): Message {
  const shown = characters.slice(0, 10).map((character) => `\`${character}\` (${codeOf(character)})`)
  const more = characters.length > shown.length ? ` and ${characters.length - shown.length} more` : ''
  return warning(
    'template-character-uncovered',
    `Unexpected ${shown.join(', ')}${more}, expected characters that a font of the template has`,
    'Write them in another way, or use a template with fonts for them: readers see them in whichever font is found, or as boxes.',
  )
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
