import {nearestLanguage} from '../document/nearest-language.ts'

/**
 * The words of a sentence that hang on numbers: of rise and fall, of more and most, of halves and doubles. A sentence
 * with one is the first that stops being true when a value beside it changes. None where the language is not known.
 */
export function claimWords(text: string, lang: string): readonly string[] {
  const words = nearestLanguage(lang, languages)
  return words === undefined ? [] : [...new Set(text.match(words) ?? [])]
}

const languages: Readonly<Record<string, RegExp>> = {
  en: wordsOf(
    'rose|risen|ris(?:e|es|ing)|f[ae]ll(?:s|en|ing)?|gr[eo]w(?:s|n|ing)?|growth|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)',
    'declin(?:e[sd]?|ing)|drop(?:s|ped|ping)?|jump(?:s|ed)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?',
    'doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|trebl(?:e[sd]?|ing)|halv(?:e[sd]?|ing)|half|twice|thirds?|quarters?',
    'more|most(?:ly)?|fewer|fewest|less|least|majority|minority|higher|highest|lower|lowest|larger|largest|smaller|smallest',
    'bigger|biggest|greater|greatest|worse(?:ns?|ned)?|worst|better|best|deadlier|deadliest|leading|leads?|record|peak(?:s|ed)?',
    'alone|only|except(?:ion)?|exceed(?:s|ed)?|outnumber(?:s|ed)?|trends?|steady|steadily|sharp(?:ly)?|slight(?:ly)?|unchanged',
  ),
  fr: wordsOf(
    'augment\\p{L}*|baiss\\p{L}*|diminu\\p{L}*|haussé?e?s?|recul\\p{L}*|progress\\p{L}*|chut\\p{L}*|doubl\\p{L}*|tripl\\p{L}*',
    'moitié|tiers|quarts?|majorité|minorité|plus|moins|davantage|pire|record|supérieure?s?|inférieure?s?|seule?s?|tendances?',
  ),
}

function wordsOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
