import {nearestLanguage} from '../document/nearest-language.ts'
import {arabic, urdu} from './words-right-to-left.ts'

/** Words that the editions put around a brief. `{}` stands for what is filled in. */
export interface Words {
  /** Those that the shells of templates name, as `words.contents`. */
  readonly shell: ShellWords
  readonly colon: string
  /** Outer, then inner quotation marks. */
  readonly quotes: readonly [string, string, string, string]
  readonly bytes: readonly [string, string, string]
  readonly decimal: string
  readonly version: string
  /** The date. */
  readonly updated: string
  readonly corrected: string
  readonly note: string
  readonly backToText: string
  /** The note, then which of its calls. */
  readonly backToCall: string
  readonly closeNote: string
  readonly dataPackage: string
  readonly attachedManifest: string
  readonly onePage: string
  readonly pages: string
  readonly dataOf: string
  readonly drawing: string
  readonly table: string
  readonly chart: string
  readonly namedChart: string
  /** What the arrow keys do in a chart with tooltips. */
  readonly chartKeys: string
  /** Marks the rest of a table or note on the next page. */
  readonly continued: string
  /** Stands across each page of an edition for reviewers. */
  readonly draft: string
  /** The page of what was named just before. */
  readonly onPage: string
  /** A page, then how many there are. */
  readonly pageOf: string
}

/** The words of a BCP 47 language, or of its nearest parent that has some, else the English ones. */
export function wordsOf(lang: string): Words {
  return nearestLanguage(lang, languages) ?? english
}

/** Fills the places of a word in order. */
export function filled(word: string, ...values: readonly (string | number)[]): string {
  const parts = word.split('{}')
  return parts.map((part, index) => part + (index < parts.length - 1 ? String(values[index] ?? '') : '')).join('')
}

type ShellWords = typeof englishShell

const englishShell = {
  about: 'About this brief',
  and: 'and',
  asOf: 'as of',
  author: 'The author',
  authors: 'The authors',
  briefs: 'Briefs',
  citation: 'Suggested citation',
  cite: 'Cite this brief',
  contact: 'Contact',
  contents: 'Contents',
  corrections: 'Corrections',
  data: 'Data',
  dataTo: 'data to',
  disclaimer: 'Disclaimer',
  download: 'Download',
  figures: 'Figures',
  feed: 'Feed of new briefs',
  keyMessages: 'Key messages',
  keywords: 'Keywords',
  licence: 'Licence',
  notes: 'Notes',
  printed: 'Printed from the web page. The edition for print is at',
  publisher: 'The publisher',
  recommendations: 'Recommendations in brief',
  series: 'The series',
  skip: 'Skip to the text',
  tables: 'Tables',
  thanks: 'Thanks',
}

const english: Words = {
  shell: englishShell,
  colon: ': ',
  quotes: ['“', '”', '‘', '’'],
  bytes: ['bytes', 'kB', 'MB'],
  decimal: '.',
  version: 'version {}',
  updated: 'updated {}',
  corrected: 'corrected {}',
  note: 'Note {}',
  backToText: 'Back to the text, note {}',
  backToCall: 'Back to the text, note {}, call {}',
  closeNote: 'Close the note',
  dataPackage: 'All data with their description',
  attachedManifest: 'What the brief was made from: its inputs and values',
  onePage: '{} page',
  pages: '{} pages',
  dataOf: 'Data of {}',
  drawing: 'Drawing',
  table: 'Table',
  chart: 'Chart',
  namedChart: '{}, chart',
  chartKeys: 'Arrow keys go through the values.',
  continued: 'continued',
  draft: 'Draft',
  onPage: 'on page\u00a0{}',
  pageOf: '{} of {}',
}

const french: Words = {
  shell: {
    about: 'À propos de cette note',
    and: 'et',
    asOf: 'état\u00a0:',
    author: 'L’auteur',
    authors: 'Les auteurs',
    briefs: 'Notes',
    citation: 'Pour citer cette note',
    cite: 'Citer cette note',
    contact: 'Contact',
    contents: 'Sommaire',
    corrections: 'Corrections',
    data: 'Données',
    dataTo: 'données\u00a0:',
    disclaimer: 'Avertissement',
    download: 'Télécharger',
    figures: 'Graphiques',
    feed: 'Flux des nouvelles notes',
    keyMessages: 'Messages clés',
    keywords: 'Mots-clés',
    licence: 'Licence',
    notes: 'Notes',
    printed: 'Imprimé depuis la page web. L’édition à imprimer se trouve ici\u00a0:',
    publisher: 'L’éditeur',
    recommendations: 'Les recommandations en bref',
    series: 'La collection',
    skip: 'Aller au texte',
    tables: 'Tableaux',
    thanks: 'Remerciements',
  },
  colon: '\u00a0: ',
  quotes: ['«\u00a0', '\u00a0»', '“', '”'],
  bytes: ['octets', 'ko', 'Mo'],
  decimal: ',',
  version: 'version {}',
  updated: 'mise à jour\u00a0: {}',
  corrected: 'rectificatif\u00a0: {}',
  note: 'Note {}',
  backToText: 'Retour au texte, note {}',
  backToCall: 'Retour au texte, note {}, appel {}',
  closeNote: 'Fermer la note',
  dataPackage: 'Toutes les données et leur description',
  attachedManifest: 'Ce dont la note a été faite : ses sources et ses valeurs',
  onePage: '{} page',
  pages: '{} pages',
  dataOf: 'Données\u00a0: {}',
  drawing: 'Graphique',
  table: 'Tableau',
  chart: 'Graphique',
  namedChart: '{}, graphique',
  chartKeys: 'Les flèches parcourent les valeurs.',
  continued: 'suite',
  draft: 'Projet',
  onPage: 'à la page\u00a0{}',
  pageOf: '{} sur {}',
}

const languages: Readonly<Record<string, Words>> = {ar: arabic, en: english, fr: french, ur: urdu}
