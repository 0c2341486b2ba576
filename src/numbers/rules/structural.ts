import type {Rule} from '../mention.ts'

const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?'
const day = '\\d{1,2}(?:st|nd|rd|th)?'
const year = '(?:1[5-9]|20)\\d{2}'
const number = '\\d+(?:\\.\\d+)*[a-z]?(?:\\(\\w{1,3}\\))*'
const numbers = `${number}(?:(?:[–-]|, | and | to | or )${number})*`
const ordinalWords =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:ieth|y-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))|hundredth'
const smallWords = 'two|three|four|five|six|seven|eight|nine|ten|twelve|twenty'

/** Numbers of addresses, telephones, files: nothing else is looked for inside of them. */
export const addressRules: readonly Rule[] = [
  {
    kind: 'address',
    role: 'structural',
    pattern:
      /https?:\/\/\S+|\bwww\.\S+|\S+@\S+\.\w+|\bdoi:\s?\S+|\b10\.\d{4,}\/\S+|(?<!\w)@\w+|(?<=\bISBN(?:-1[03])?:? )\d[\d –-]{8,15}[\dX]\b|(?<=\bISSN:? )\d{4}-\d{3}[\dX]\b|\bP\.?O\.? Box \d+|\b\d{1,4}[a-z]? (?:\p{Lu}[\p{L}’'.-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|Boulevard|Drive|Place|Crescent|Terrace)\b/gu,
  },
  {
    kind: 'telephone',
    role: 'structural',
    pattern:
      /\+\d{1,3}(?:[\s().-]{0,2}\d{2,5}){2,5}|\b[Tt]el\. ?\d[\d ().-]{3,}\d|(?<=\b(?:[Tt]elephone|[Pp]hone|[Ff]ax|[Cc]all|[Hh]otline|[Hh]elpline|[Mm]obile)\b:? )[+(]?\d[\d ().-]{3,}\d|\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,4}|\b0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b/g,
  },
]

/** Days and times in digits, in any language. */
export const isoRules: readonly Rule[] = [
  {
    kind: 'date',
    role: 'structural',
    pattern: /\b\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]+Z?)?\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
    when: ({text}) => !/^\d{4}-\d{2}$/.test(text) || Number(text.slice(-2)) <= 12,
  },
  {
    kind: 'time',
    role: 'structural',
    pattern:
      /\b\d{1,2}[:.]\d{2} ?(?:[ap]\.m\.|[ap]m\b)|\b\d{1,2}[:.]\d{2}(?= (?:GMT|UTC|hours|on|local|a\.m|p\.m)|[ap]m\b)|\b\d{1,2}:\d{2}\b|\b\d{1,2} ?(?:a\.m\.|p\.m\.|am\b|pm\b)|\b24\/7\b|\b(?:9|26|7|11)\/(?:11|7)\b/g,
  },
]

/** Days, months, years. */
const dates: readonly Rule[] = [
  {
    kind: 'date',
    role: 'structural',
    pattern: new RegExp(
      `\\b${months} ?[–-] ?${months} ${year}\\b|\\b${months} (?:to|and|or) ${months} ${year}\\b|\\b${day}(?:(?:,? and |, | or | to | ?[–-] ?)${day})* (?:of )?${months}(?:,? ${year})?\\b|\\b${months} ${day}(?:(?: and | to | ?[–-] ?)${day})*(?:, ${year}| ${year})?\\b(?!,\\d)|\\b${months} ${year}\\b`,
      'g',
    ),
  },
  {
    kind: 'period',
    role: 'structural',
    pattern: new RegExp(
      `\\b(?:mid-|early |late )?(?:${year.replace('{2}', '')}0s|[1-9]0s)\\b|[’']\\d0s\\b|\\b(?:${ordinalWords}|\\d{1,2}(?:st|nd|rd|th)) (?:century|centuries|millennium|quarter of|half of the year|half of (?:${year}|the (?:year|decade|century|month)))\\b(?: (?:${year}))?|\\bQ[1-4](?: ${year})?\\b|\\bH[12] ${year}\\b|\\bFY ?\\d{2,4}(?:[–/-]\\d{2,4})?\\b|\\b${year} ?[–/-] ?(?:${year}|\\d{2})\\b`,
      'gi',
    ),
  },
  {
    kind: 'year',
    role: 'structural',
    pattern: new RegExp(
      `(?<![\\d.,$€£−+])\\b(?:mid-|pre-|post-)?${year}\\b(?![\\d]|,\\d|\\.\\d|(?: |\\u00a0)?(?:%|per ?cent))`,
      'g',
    ),
    when: isYear,
  },
  {
    kind: 'year',
    role: 'structural',
    pattern: /(?<=\b(?:in|since|of|by|until|before|after|from|to|AD) )1[0-4]\d{2}\b(?![\d,]|\.\d| ?%| \p{Ll}+s\b)/gu,
  },
]

/** Verbs that stand after a name as nouns of many do after a number: "Rule 14 applies". */
const verbs =
  'was|has|is|does|goes|says|speaks|applies|lists|requires|sets|allows|lets|bans|provides|gives|calls|deals|ends|begins|starts|covers|contains|shows|comes|means|makes|remains|asks|aims|needs|names|runs|takes|uses|states|defines|limits|protects|sends|leads|links|passes|puts|brings|holds|obliges|permits|forbids|concerns|this|its|as|us|always|towards|perhaps|unless|thus'

/** Parts of documents and laws, names of things. */
export const nameRules: readonly Rule[] = [
  {
    kind: 'reference',
    role: 'structural',
    pattern:
      /\b(?:Directives?|Regulations?|Decisions?|Recommendations?|Opinions?) (?:\((?:EU|EC|EEC|Euratom|CFSP)(?:, \p{L}+)?\) )?(?:No\.? )?\d{1,4}\/\d{1,4}(?:\/\p{Lu}+)?/gu,
  },
  {
    kind: 'ages',
    role: 'structural',
    pattern: /\b\d{1,2} ?[–-] ?\d{1,2}(?=(?: age| year[- ]olds?|-year[- ]olds?)\b)/g,
  },
  {
    kind: 'denominator',
    role: 'structural',
    pattern: /(?<=\bper )(?:1,?000|10,?000|100,?000|1,?000,?000|hundred|thousand|million|100)\b/g,
  },
  {
    kind: 'reference',
    role: 'structural',
    pattern: new RegExp(
      `\\b(?:sections?|chapters?|articles?|clauses?|paragraphs?|paras?|annex(?:es)?|appendix|figures?|figs?|tables?|box(?:es)?|footnotes?|pages?|pp?|notes?|volumes?|vols?|schedules?|resolutions?|phases?|options?|scenarios?|SDGs?|nos?(?=\\.)|№|UNSCR|number)\\.? ${numbers}(?: ?\\(${year}\\))?`,
      'gi',
    ),
    when: ({text, after}) => !/^(?:number|notes?) /i.test(text) || !/^ (?!above|below)\p{Ll}+s\b/u.test(after),
  },
  {
    kind: 'reference',
    role: 'structural',
    pattern: new RegExp(
      `\\b(?:Brief|Part|Act|Order|Bill|Directive|Regulation|Rule|Amendment|Report|Paper|Issue|Step|Stage|Goal|Goals|Target|Item|Recommendation|Principle|Tier|Level|Grade|Category|Class|Type|Zone|Sector|Division|Brigade|Corps|Unit|Ward|Route|Road|Highway|Flight|Room|Gate|Line|Pillar|Track|Protocol|Case|Group|List|Version|Round|Season|Day|Week|Year|Note|Question|Indicator|Objective|Priority|Lesson|Finding|Point|Executive Order|Decision|Deal|Operation|Agenda|Vision|Apollo|Boeing|Airbus|Windows|Checkpoint|Camp|Model|Mark|Psalm|Convention|Law|Decree|Paragraph|District|Constituency|Station|Terminal|Exhibit|Form|Schedule)s? (?:No\\. ?)?${numbers}\\b`,
      'g',
    ),
    when: ({text, after}) =>
      !new RegExp(`^ (?!(?:${verbs})\\b)(?:\\p{Ll}+s|people|percent|per cent|million)\\b`, 'u').test(after) ||
      /^Agenda|^Vision/.test(text),
  },
  {
    kind: 'reference',
    role: 'structural',
    pattern: /§ ?\d+(?:\.\d+)*|\b\d{1,3}, no\. \d+\b|\b(?:S|A)\/(?:RES\/)?\d+(?:\/\d+)*\b/g,
  },
  {
    kind: 'name',
    role: 'structural',
    pattern:
      /\b(?=[\p{L}-]*\d)(?![QH][1-4]\b|FY|\d+(?:k|m|bn|mn|tn|st|nd|rd|th|s|fold|x)\b)(?:\p{Lu}[\p{L}]*-?\d+(?:\.\d+)?[\p{L}]*|\d+[\p{L}]+\d*)(?:-\d+)?\b/giu,
    when: ({text}) => /\p{Lu}/u.test(text),
  },
  {
    kind: 'name',
    role: 'structural',
    pattern: new RegExp(
      `\\b(?:\\d+|${smallWords}|fourteen|twenty-one)-point (?:\\p{L}+ ){0,4}(?:plan|agenda|programme|program|formula|strategy|charter|declaration|proposal|framework|list|roadmap|manifesto|system)\\b|\\b(?:Group|Gang|Committee) of (?:\\d+|\\p{Lu}?\\p{Ll}+)(?=\\b)|\\b(?:Big|Top|Magnificent) (?:Two|Three|Four|Five|Six|Seven|Ten|\\d+)\\b|\\b(?:One|Two|Three|Four|Five|Six|Seven|Ten|\\d+)[- ]Year Plans?\\b|\\b(?:Five Eyes|Six-Day War|Seven Years[’'] War|Hundred Years[’'] War|Thirty Years[’'] War|Three Gorges|Third World|First World|Ground Zero|Catch-22|Chapter (?:VI|VII|VIII)|Apollo 11|Fortune 500|Forbes \\d+|the Twelve)\\b`,
      'giu',
    ),
    when: ({text}) =>
      !/^(?:Group|Gang|Committee) of/.test(text) || new RegExp(`\\d|(?:${smallWords}|seventy-seven)$`, 'i').test(text),
  },
  {
    kind: 'compound',
    role: 'structural',
    pattern:
      /\b(?:one|two|three|four|five|multi|single|zero)-(?:ways?|states?|nations?|part(?:y|ies)|tiers?|sided|stage|step|pronged|dimensional|wheelers?|star|letter|digit|track|fold path|child|man|person|off|size|sum|carbon|stop|time|thirds majority|tolerance|storey|line|faced)\b|\bnet[- ]zero\b|\bzero (?:tolerance|sum)\b|\bsquare one\b|\bone[- ]on[- ]one\b|\b(?:first|second|third)[- ](?:aid|hand|rate|part(?:y|ies)|countr(?:y|ies)|thoughts?|nature|gear|class|tier|generation|degree)\b|\bin two minds\b|\bsecond to none\b|\bthe four corners\b|\b(?:it )?takes two\b|\bone step forward,? (?:and )?two steps back\b|\ba quarter of an hour\b|\bhalf an hour\b|\bquarter (?:past|to)\b|\bat sixes and sevens\b|\beleventh hour\b|\bfifth column(?:ists?)?\b|\bfourth estate\b|\bhalf[- ](?:way|hearted(?:ly)?|brothers?|sisters?|truths?|measures?|baked|time|life|mast)\b|\bdouble[- ](?:standards?|edged|act|agents?|bind|meaning|down|check(?:ed|ing)?)\b/gi,
  },
]

/** The rules of numbers that say nothing about quantities, the longest first. */
export const structuralRules: readonly Rule[] = [...addressRules, ...nameRules, ...isoRules, ...dates]

/** Four digits are a year unless they count what follows: "2000 fighters", but "in 2021 attacks rose", "the 2021 attacks". */
function isYear({before, after}: {before: string; after: string}): boolean {
  if (!/^ \p{Ll}{3,}s\b/u.test(after))
    return (
      !/(?:[$€£]|\bRs\.?|USD|about|around|some|nearly|almost|over|than) ?$/i.test(before) ||
      /^[.,;)]? ?(?:$|[A-Z])/.test(after)
    )
  if (
    /^ (?:was|has|is|does|goes|sees|this|its|as|his|us|across|always|towards|perhaps|besides|unless|thus|yes|less|shows|marks|brings|remains|means|its|minus|plus|versus)\b/.test(
      after,
    )
  )
    return true
  return /(?:\b(?:in|since|from|to|until|till|by|during|of|the|for|before|after|between|and|through|throughout|early|late|mid|its|their|his|our|than|early-|[A-Z]\w+)|[–(,]) ?$/.test(
    before,
  )
}
