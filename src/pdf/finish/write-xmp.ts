export interface XmpProperties {
  readonly title: string
  readonly authors: readonly string[]
  readonly subject?: string | undefined
  readonly keywords: readonly string[]
  readonly lang: string
  readonly creator: string
  readonly producer: string
  /** With its time and zone. */
  readonly date?: string | undefined
}

/** The properties of a PDF as XMP, with the claim that it conforms to PDF/UA-1 (ISO 14289-1, 5). */
export function writeXmp(properties: XmpProperties): string {
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...elementsOf(properties).filter((element) => typeof element === 'string'),
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

function elementsOf({title, authors, subject, keywords, ...rest}: XmpProperties): (string | false | undefined)[] {
  const {lang, creator, producer, date} = rest
  return [
    `<dc:title>${inDefault(title)}</dc:title>`,
    authors.length > 0 && `<dc:creator><rdf:Seq>${authors.map(item).join('')}</rdf:Seq></dc:creator>`,
    subject !== undefined && `<dc:description>${inDefault(subject)}</dc:description>`,
    keywords.length > 0 && `<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    keywords.length > 0 && `<pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`,
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    date && `<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate>`,
  ]
}

function item(text: string): string {
  return `<rdf:li>${escapeXml(text)}</rdf:li>`
}

function inDefault(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
