/** What is told of a part of a workbook while it is read. Names come without their prefix. */
export interface XmlListener {
  readonly open?: (name: string, attribute: (name: string) => string | undefined) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g

/**
 * Reads XML as spreadsheet programs write it, from beginning to end. It resolves the five entities of XML and
 * characters by number; a document type is passed over, so no entity can grow.
 */
export function scanXml(xml: string, {open, text, close}: XmlListener): void {
  for (const [, data, slash, name, attributes, isEmpty, plain] of xml.matchAll(TOKEN)) {
    if (name !== undefined) {
      if (slash !== '/') open?.(name, (wanted) => attributeOf(attributes ?? '', wanted))
      if (slash === '/' || isEmpty === '/') close?.(name)
    } else if (data !== undefined) text?.(data)
    else if (plain !== undefined) text?.(withoutEntities(plain))
  }
}

const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributeOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (name === wanted) return withoutEntities(double ?? single ?? '')
  }
  return undefined
}

const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole
    const code = Number(/^#x/i.test(name) ? `0${name.slice(1)}` : name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
