/**
 * The locale whose habits a language gets. English without a region is written as in international publications: the
 * day before the month, no comma before "and".
 */
export function localeOf(lang: string): string {
  const [known] = Intl.getCanonicalLocales(lang === '' ? 'en' : lang)
  return known === undefined || known === 'en' ? 'en-GB' : known
}
