/** The words of the charts here in Urdu. */
export const urdu: Readonly<Record<string, string>> = {
  'Khyber Pakhtunkhwa': 'خیبر پختونخوا',
  Balochistan: 'بلوچستان',
  Sindh: 'سندھ',
  Punjab: 'پنجاب',
  'Attacks a month': 'ماہانہ حملے',
  'Attacks per million people': 'دس لاکھ افراد پر حملے',
  'Share of people killed': 'ہلاک ہونے والوں کا حصہ',
  'Kabul falls': 'کابل کا سقوط',
  Fighters: 'جنگجو',
  'First estimate': 'پہلا تخمینہ',
  'Second estimate': 'دوسرا تخمینہ',
  'Third estimate': 'تیسرا تخمینہ',
  'Fourth estimate': 'چوتھا تخمینہ',
  Before: 'پہلے',
  After: 'بعد',
  Pakistan: 'پاکستان',
  Afghanistan: 'افغانستان',
  Iran: 'ایران',
  India: 'بھارت',
  Kabul: 'کابل',
  Karachi: 'کراچی',
  Quetta: 'کوئٹہ',
}

/** A value with its texts translated, the names in it kept. */
export function translated<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? inUrdu(part) : part,
  ) as Value
}

/** Whole texts, and texts that an expression quotes. */
function inUrdu(text: string): string {
  return (
    urdu[text] ??
    text.replaceAll(/'([^']+)'/g, (quoted, inside: string) => {
      const word = urdu[inside]
      return word === undefined ? quoted : `'${word}'`
    })
  )
}
