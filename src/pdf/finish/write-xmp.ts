export interface XmpProperties {
  readonly title: string
  readonly authors: readonly string[]
  readonly subject?: string | undefined
  readonly keywords: readonly string[]
  readonly lang: string
  readonly publisher?: string | undefined
  /** The terms under which it may be used, and their address. */
  readonly rights?: string | undefined
  readonly rightsUrl?: string | undefined
  /** Without its resolver: `10.1234/abc`. */
  readonly doi?: string | undefined
  /** The series and the number in it. */
  readonly series?: string | undefined
  readonly number?: string | undefined
  readonly url?: string | undefined
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
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    ...[...describe(properties), ...identify(properties), ...origin(properties)].filter(
      (one) => typeof one === 'string',
    ),
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

type Elements = (string | false | undefined)[]

function describe({title, authors, subject, keywords, lang, publisher, rights, rightsUrl}: XmpProperties): Elements {
  return [
    `<dc:title>${inDefault(title)}</dc:title>`,
    authors.length > 0 && `<dc:creator><rdf:Seq>${authors.map(item).join('')}</rdf:Seq></dc:creator>`,
    subject !== undefined && `<dc:description>${inDefault(subject)}</dc:description>`,
    keywords.length > 0 && `<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    publisher !== undefined && `<dc:publisher><rdf:Bag>${item(publisher)}</rdf:Bag></dc:publisher>`,
    rights !== undefined && `<dc:rights>${inDefault(rights)}</dc:rights>`,
    rightsUrl !== undefined && `<xmpRights:WebStatement>${escapeXml(rightsUrl)}</xmpRights:WebStatement>`,
    keywords.length > 0 && `<pdf:Keywords>${escapeXml(keywords.join(', '))}</pdf:Keywords>`,
  ]
}

function identify({doi, series, number, url}: XmpProperties): Elements {
  const identifier = doi === undefined ? url : `https://doi.org/${doi}`
  return [
    identifier !== undefined && `<dc:identifier>${escapeXml(identifier)}</dc:identifier>`,
    doi !== undefined && `<prism:doi>${escapeXml(doi)}</prism:doi>`,
    url !== undefined && `<prism:url>${escapeXml(url)}</prism:url>`,
    series !== undefined && `<prism:seriesTitle>${escapeXml(series)}</prism:seriesTitle>`,
    number !== undefined && `<prism:seriesNumber>${escapeXml(number)}</prism:seriesNumber>`,
  ]
}

function origin({creator, producer, date: stamp}: XmpProperties): Elements {
  return [
    stamp !== undefined && `<dc:date><rdf:Seq>${item(stamp.slice(0, 10))}</rdf:Seq></dc:date>`,
    `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    stamp !== undefined && `<xmp:CreateDate>${stamp}</xmp:CreateDate><xmp:ModifyDate>${stamp}</xmp:ModifyDate>`,
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
