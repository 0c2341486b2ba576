/** The direction of writing of a BCP 47 language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = lang.toLowerCase().split('-')
  if (script.length === 4) return rightToLeft.has(script) ? 'rtl' : 'ltr'
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
  'arab',
  'aran',
  'hebr',
  'thaa',
])
