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
  /** Shares by their upper bounds in percent, from none to all. */
  readonly parts: readonly (readonly [below: number, words: string])[]
  /** "second highest": `#` is the superlative. */
  readonly ranks: readonly string[]
}

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
    [0.5, 'none'],
    [12.5, 'a small part'],
    [22.5, 'about a fifth'],
    [29, 'about a quarter'],
    [37, 'about a third'],
    [45, 'two fifths'],
    [50, 'nearly half'],
    [50.5, 'half'],
    [55, 'just over half'],
    [63, 'a majority'],
    [71, 'about two thirds'],
    [79, 'about three quarters'],
    [95, 'most'],
    [99.5, 'nearly all'],
    [Infinity, 'all'],
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
    [0.5, 'aucun'],
    [12.5, 'une petite part'],
    [22.5, 'environ un cinquième'],
    [29, 'environ un quart'],
    [37, 'environ un tiers'],
    [45, 'deux cinquièmes'],
    [50, 'près de la moitié'],
    [50.5, 'la moitié'],
    [55, 'un peu plus de la moitié'],
    [63, 'une majorité'],
    [71, 'environ deux tiers'],
    [79, 'environ les trois quarts'],
    [95, 'la plupart'],
    [99.5, 'presque tous'],
    [Infinity, 'tous'],
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
    [0.5, 'keine'],
    [12.5, 'ein kleiner Teil'],
    [22.5, 'etwa ein Fünftel'],
    [29, 'etwa ein Viertel'],
    [37, 'etwa ein Drittel'],
    [45, 'zwei Fünftel'],
    [50, 'knapp die Hälfte'],
    [50.5, 'die Hälfte'],
    [55, 'etwas mehr als die Hälfte'],
    [63, 'eine Mehrheit'],
    [71, 'etwa zwei Drittel'],
    [79, 'etwa drei Viertel'],
    [95, 'die meisten'],
    [99.5, 'fast alle'],
    [Infinity, 'alle'],
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
    [0.5, 'ninguno'],
    [12.5, 'una pequeña parte'],
    [22.5, 'cerca de un quinto'],
    [29, 'cerca de un cuarto'],
    [37, 'cerca de un tercio'],
    [45, 'dos quintos'],
    [50, 'casi la mitad'],
    [50.5, 'la mitad'],
    [55, 'algo más de la mitad'],
    [63, 'una mayoría'],
    [71, 'cerca de dos tercios'],
    [79, 'cerca de tres cuartos'],
    [95, 'la mayor parte'],
    [99.5, 'casi todos'],
    [Infinity, 'todos'],
  ],
  ranks: ['#', 'segundo #', 'tercero #', 'cuarto #', 'quinto #'],
}

const tables: Readonly<Record<string, WordTable>> = {de: german, en: english, es: spanish, fr: french}
