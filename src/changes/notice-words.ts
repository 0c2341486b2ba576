import {nearestLanguage} from '../document/nearest-language.ts'
import type {Revision} from './revisions.ts'

/** What notices of changes say, in the language of the edition. `{}` stands for what is filled in. */
export interface NoticeWords extends Readonly<Record<Revision['kind'], string>> {
  readonly whatsNew: string
  readonly corrections: string
  readonly firstEdition: string
  readonly noChange: string
  readonly noCorrection: string
  /** The kind of change, then its date. */
  readonly dated: string
  /** The date of the edition before. */
  readonly since: Readonly<Record<Revision['kind'], string>>
  /** What it is, then now, then before. */
  readonly value: string
  /** Now, then before. */
  readonly text: string
  readonly colon: string
  readonly rowsAdded: readonly [string, string]
  readonly rowsRemoved: readonly [string, string]
  readonly cellsChanged: readonly [string, string]
  /** Names of figures and tables. */
  readonly drawn: string
  /** The old value, for those who see or hear marked changes. */
  readonly was: string
}

/** The words of a BCP 47 language: those of its nearest parent that has some, else the English ones. */
export function noticeWordsOf(lang: string): NoticeWords {
  return nearestLanguage(lang, languages) ?? english
}

const english: NoticeWords = {
  whatsNew: 'What is new in this edition',
  corrections: 'Corrections',
  firstEdition: 'This is the first edition.',
  noChange: 'No figures have changed since the last edition.',
  noCorrection: 'No corrections have been made.',
  revision: 'Revision',
  correction: 'Correction',
  dated: '{}, {}',
  since: {
    revision: 'Figures in the edition of {} have been revised.',
    correction: 'An error in the edition of {} has been corrected.',
  },
  value: '{}: {}, previously {}',
  text: '“{}” replaces “{}”',
  colon: ': ',
  rowsAdded: ['{} row added', '{} rows added'],
  rowsRemoved: ['{} row removed', '{} rows removed'],
  cellsChanged: ['{} figure changed', '{} figures changed'],
  drawn: 'Updated: {}.',
  was: 'was {}',
}

const french: NoticeWords = {
  whatsNew: 'Ce qui change dans cette édition',
  corrections: 'Corrections',
  firstEdition: 'Ceci est la première édition.',
  noChange: 'Aucun chiffre n’a changé depuis la dernière édition.',
  noCorrection: 'Aucune correction n’a été apportée.',
  revision: 'Révision',
  correction: 'Rectificatif',
  dated: '{}, {}',
  since: {
    revision: 'Des chiffres ont été révisés depuis l’édition précédente ({}).',
    correction: 'Une erreur de l’édition précédente ({}) a été corrigée.',
  },
  value: '{}\u00a0: {}, auparavant {}',
  text: '«\u00a0{}\u00a0» remplace «\u00a0{}\u00a0»',
  colon: '\u00a0: ',
  rowsAdded: ['{} ligne ajoutée', '{} lignes ajoutées'],
  rowsRemoved: ['{} ligne supprimée', '{} lignes supprimées'],
  cellsChanged: ['{} chiffre modifié', '{} chiffres modifiés'],
  drawn: 'Mis à jour\u00a0: {}.',
  was: 'auparavant {}',
}

const arabic: NoticeWords = {
  whatsNew: 'الجديد في هذا الإصدار',
  corrections: 'تصويبات',
  firstEdition: 'هذا هو الإصدار الأول.',
  noChange: 'لم تتغير أي أرقام منذ الإصدار السابق.',
  noCorrection: 'لا توجد تصويبات.',
  revision: 'مراجعة',
  correction: 'تصويب',
  dated: '{}، {}',
  since: {
    revision: 'روجعت أرقام وردت في إصدار {}.',
    correction: 'صُوّب خطأ ورد في إصدار {}.',
  },
  value: '{}: {}، وكان سابقًا {}',
  text: '«{}» بدلًا من «{}»',
  colon: ': ',
  rowsAdded: ['صفوف مضافة: {}', 'صفوف مضافة: {}'],
  rowsRemoved: ['صفوف محذوفة: {}', 'صفوف محذوفة: {}'],
  cellsChanged: ['أرقام معدلة: {}', 'أرقام معدلة: {}'],
  drawn: 'جرى تحديث: {}.',
  was: 'كان {}',
}

const urdu: NoticeWords = {
  whatsNew: 'اس اشاعت میں نیا کیا ہے',
  corrections: 'تصحیحات',
  firstEdition: 'یہ پہلی اشاعت ہے۔',
  noChange: 'پچھلی اشاعت کے بعد سے کوئی عدد نہیں بدلا۔',
  noCorrection: 'کوئی تصحیح نہیں کی گئی۔',
  revision: 'نظرِ ثانی',
  correction: 'تصحیح',
  dated: '{}، {}',
  since: {
    revision: '{} کی اشاعت کے اعداد پر نظرِ ثانی کی گئی ہے۔',
    correction: '{} کی اشاعت کی ایک غلطی درست کی گئی ہے۔',
  },
  value: '{}: {}، پہلے {}',
  text: 'اب ”{}“، پہلے ”{}“',
  colon: ': ',
  rowsAdded: ['شامل کی گئی سطریں: {}', 'شامل کی گئی سطریں: {}'],
  rowsRemoved: ['نکالی گئی سطریں: {}', 'نکالی گئی سطریں: {}'],
  cellsChanged: ['بدلے ہوئے اعداد: {}', 'بدلے ہوئے اعداد: {}'],
  drawn: 'تازہ کیا گیا: {}۔',
  was: 'پہلے {}',
}

const languages: Readonly<Record<string, NoticeWords>> = {ar: arabic, en: english, fr: french, ur: urdu}
