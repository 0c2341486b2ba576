import type {Numbered} from './marks.ts'
import {nearestLanguage} from './nearest-language.ts'

/** Words that the program itself puts into a document, in the language of the edition. */
export interface Labels extends Readonly<Record<Numbered, string>> {
  readonly section: string
  readonly note: string
  readonly source: string
  /** As after `source`, with its space. */
  readonly colon: string
  readonly and: string
  readonly quotes: readonly [string, string]
  readonly shortForm: string
  readonly meaning: string
  readonly dataSet: string
  readonly asOf: string
  /** What the marks in tables stand for. */
  readonly marks: Readonly<Record<string, string>>
}

/** The labels of a BCP 47 language: those of its nearest parent that has some, else the English ones. */
export function labelsOf(lang: string): Labels {
  return nearestLanguage(lang, languages) ?? english
}

const english: Labels = {
  figure: 'Figure',
  table: 'Table',
  box: 'Box',
  recommendation: 'Recommendation',
  section: 'Section',
  note: 'Note',
  source: 'Source',
  colon: ': ',
  and: 'and',
  quotes: ['“', '”'],
  shortForm: 'Short form',
  meaning: 'Meaning',
  dataSet: 'Data',
  asOf: 'As of',
  marks: {
    '[c]': 'confidential',
    '[e]': 'estimate',
    '[low]': 'low',
    '[p]': 'provisional',
    '[r]': 'revised',
    '[u]': 'low reliability',
    '[x]': 'not available',
    '[z]': 'not applicable',
  },
}

const french: Labels = {
  figure: 'Graphique',
  table: 'Tableau',
  box: 'Encadré',
  recommendation: 'Recommandation',
  section: 'Section',
  note: 'Note',
  source: 'Source',
  colon: '\u00a0: ',
  and: 'et',
  quotes: ['«\u00a0', '\u00a0»'],
  shortForm: 'Sigle',
  meaning: 'Signification',
  dataSet: 'Données',
  asOf: 'Date',
  marks: {
    '[c]': 'confidentiel',
    '[e]': 'estimation',
    '[low]': 'faible',
    '[p]': 'provisoire',
    '[r]': 'révisé',
    '[u]': 'peu fiable',
    '[x]': 'non disponible',
    '[z]': 'sans objet',
  },
}

const arabic: Labels = {
  figure: 'الشكل',
  table: 'الجدول',
  box: 'الإطار',
  recommendation: 'التوصية',
  section: 'القسم',
  note: 'الحاشية',
  source: 'المصدر',
  colon: ': ',
  and: 'و',
  quotes: ['«', '»'],
  shortForm: 'الاختصار',
  meaning: 'المعنى',
  dataSet: 'البيانات',
  asOf: 'حتى',
  marks: {
    '[c]': 'سري',
    '[e]': 'تقدير',
    '[low]': 'منخفض',
    '[p]': 'مؤقت',
    '[r]': 'معدّل',
    '[u]': 'ضعيف الموثوقية',
    '[x]': 'غير متاح',
    '[z]': 'لا ينطبق',
  },
}

const urdu: Labels = {
  figure: 'شکل',
  table: 'جدول',
  box: 'خانہ',
  recommendation: 'سفارش',
  section: 'حصہ',
  note: 'حاشیہ',
  source: 'ماخذ',
  colon: ': ',
  and: 'اور',
  quotes: ['“', '”'],
  shortForm: 'مخفف',
  meaning: 'مطلب',
  dataSet: 'اعداد و شمار',
  asOf: 'بمطابق',
  marks: {
    '[c]': 'خفیہ',
    '[e]': 'تخمینہ',
    '[low]': 'کم',
    '[p]': 'عارضی',
    '[r]': 'نظر ثانی شدہ',
    '[u]': 'کم قابلِ اعتماد',
    '[x]': 'دستیاب نہیں',
    '[z]': 'لاگو نہیں',
  },
}

const languages: Readonly<Record<string, Labels>> = {ar: arabic, en: english, fr: french, ur: urdu}
