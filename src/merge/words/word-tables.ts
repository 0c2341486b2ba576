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

const tables: Readonly<Record<string, WordTable>> = {en: english, fr: french}
