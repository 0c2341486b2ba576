import {nearestLanguage} from '../../document/nearest-language.ts'

/** Words that depend on numbers, in one language. */
export interface WordTable {
  readonly up: string
  readonly down: string
  readonly same: string
  readonly slightly: string
  readonly markedly: string
  readonly sharply: string
  readonly more: string
  readonly fewer: string
  readonly equal: string
  /** "doubled", "tripled", "quadrupled", "halved". */
  readonly multiples: Readonly<Record<2 | 3 | 4, string>>
  readonly halved: string
  readonly moreThan: string
  /** "grew 5-fold": `#` is the number. */
  readonly fold: string
  /** Shares by `partBounds`, from none to all. */
  readonly parts: readonly string[]
  /** "second highest": `#` is the superlative. */
  readonly ranks: readonly string[]
}

/** Where the words for shares end, in percent: only nought is none, and only a hundred is all. */
export const partBounds = [
  Number.MIN_VALUE,
  12.5,
  22.5,
  29,
  37,
  45,
  50,
  50.5,
  55,
  63,
  71,
  79,
  95,
  100,
  Infinity,
] as const

/** The words of a language: those of its nearest parent that has some, else the English ones. */
export function wordTable(lang: string): WordTable {
  return nearestLanguage(lang, tables) ?? english
}

const english: WordTable = {
  up: 'rose',
  down: 'fell',
  same: 'was unchanged',
  slightly: 'slightly',
  markedly: 'markedly',
  sharply: 'sharply',
  more: 'more than',
  fewer: 'fewer than',
  equal: 'as many as',
  multiples: {2: 'doubled', 3: 'tripled', 4: 'quadrupled'},
  halved: 'halved',
  moreThan: 'more than #',
  fold: 'grew #-fold',
  parts: [
    'none',
    'a small part',
    'about a fifth',
    'about a quarter',
    'about a third',
    'two fifths',
    'nearly half',
    'half',
    'just over half',
    'a majority',
    'about two thirds',
    'about three quarters',
    'most',
    'nearly all',
    'all',
  ],
  ranks: ['#', 'second #', 'third #', 'fourth #', 'fifth #'],
}

const french: WordTable = {
  up: 'a augmenté',
  down: 'a diminué',
  same: 'est resté inchangé',
  slightly: 'légèrement',
  markedly: 'nettement',
  sharply: 'fortement',
  more: 'plus que',
  fewer: 'moins que',
  equal: 'autant que',
  multiples: {2: 'a doublé', 3: 'a triplé', 4: 'a quadruplé'},
  halved: 'a diminué de moitié',
  moreThan: '# et plus',
  fold: 'a été multiplié par #',
  parts: [
    'aucun',
    'une petite part',
    'environ un cinquième',
    'environ un quart',
    'environ un tiers',
    'deux cinquièmes',
    'près de la moitié',
    'la moitié',
    'un peu plus de la moitié',
    'une majorité',
    'environ deux tiers',
    'environ les trois quarts',
    'la plupart',
    'presque tous',
    'tous',
  ],
  ranks: ['#', 'deuxième #', 'troisième #', 'quatrième #', 'cinquième #'],
}

const german: WordTable = {
  up: 'stieg',
  down: 'sank',
  same: 'blieb unverändert',
  slightly: 'leicht',
  markedly: 'deutlich',
  sharply: 'stark',
  more: 'mehr als',
  fewer: 'weniger als',
  equal: 'ebenso viele wie',
  multiples: {2: 'verdoppelte sich', 3: 'verdreifachte sich', 4: 'vervierfachte sich'},
  halved: 'halbierte sich',
  moreThan: '# und mehr',
  fold: 'wuchs auf das #-fache',
  parts: [
    'keine',
    'ein kleiner Teil',
    'etwa ein Fünftel',
    'etwa ein Viertel',
    'etwa ein Drittel',
    'zwei Fünftel',
    'knapp die Hälfte',
    'die Hälfte',
    'etwas mehr als die Hälfte',
    'eine Mehrheit',
    'etwa zwei Drittel',
    'etwa drei Viertel',
    'die meisten',
    'fast alle',
    'alle',
  ],
  ranks: ['#', 'zweit#', 'dritt#', 'viert#', 'fünft#'],
}

const spanish: WordTable = {
  up: 'aumentó',
  down: 'disminuyó',
  same: 'no varió',
  slightly: 'ligeramente',
  markedly: 'notablemente',
  sharply: 'fuertemente',
  more: 'más que',
  fewer: 'menos que',
  equal: 'tantos como',
  multiples: {2: 'se duplicó', 3: 'se triplicó', 4: 'se cuadruplicó'},
  halved: 'se redujo a la mitad',
  moreThan: '# con creces',
  fold: 'se multiplicó por #',
  parts: [
    'ninguno',
    'una pequeña parte',
    'cerca de un quinto',
    'cerca de un cuarto',
    'cerca de un tercio',
    'dos quintos',
    'casi la mitad',
    'la mitad',
    'algo más de la mitad',
    'una mayoría',
    'cerca de dos tercios',
    'cerca de tres cuartos',
    'la mayor parte',
    'casi todos',
    'todos',
  ],
  ranks: ['#', 'segundo #', 'tercero #', 'cuarto #', 'quinto #'],
}

const tables: Readonly<Record<string, WordTable>> = {de: german, en: english, es: spanish, fr: french}
