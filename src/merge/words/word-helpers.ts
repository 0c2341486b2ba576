import type {Origin} from '../../printed.ts'
import {formatValue} from '../../values/format.ts'
import {localeOf} from '../../values/locale-of.ts'
import {ordinal} from '../../values/number-words.ts'
import type {Invocation} from '../inline-helpers.ts'
import {failed, isShown, rawOf, show} from '../shown.ts'
import {partBounds, wordTable} from './word-tables.ts'

/** The helpers that give words which depend on numbers, so that they change when the data do. */
export const wordHelpers: Readonly<Record<string, (invocation: Invocation) => unknown>> = {
  direction,
  size,
  compared,
  times,
  part,
  plural,
  superlative,
}

/** `{{direction before after}}`: "rose", "fell", "was unchanged", or the words that the author gives. */
function direction(invocation: Invocation): unknown {
  const [from, to] = numbersOf(invocation, 2)
  if (from === undefined || to === undefined) return failed
  const {up, down, same} = {...wordTable(invocation.context.lang), ...textsOf(invocation.named)}
  return worded(invocation, to > from ? up : to < from ? down : same)
}

/** `{{size change}}`: "slightly", "markedly", "sharply", by the size of a change in percent. */
function size(invocation: Invocation): unknown {
  const [change] = numbersOf(invocation, 1)
  if (change === undefined) return failed
  const {named, context} = invocation
  const words = wordTable(context.lang)
  const [below, above] = [
    thresholdOf(named['slightly'], context.style?.slightly ?? 5),
    thresholdOf(named['sharply'], context.style?.sharply ?? 20),
  ]
  const amount = Math.abs(change)
  return worded(invocation, amount < below ? words.slightly : amount >= above ? words.sharply : words.markedly)
}

/** `{{compared a b}}`: "more than", "fewer than", "as many as". */
function compared(invocation: Invocation): unknown {
  const [a, b] = numbersOf(invocation, 2)
  if (a === undefined || b === undefined) return failed
  const {more, fewer, equal} = {...wordTable(invocation.context.lang), ...textsOf(invocation.named)}
  return worded(invocation, a > b ? more : a < b ? fewer : equal)
}

/** `{{times before after}}`: "doubled", "more than tripled", "halved", "grew 5.2-fold". */
function times(invocation: Invocation): unknown {
  const [from, to] = numbersOf(invocation, 2)
  if (from === undefined || to === undefined) return failed
  const ratio = to / from
  if (!(ratio > 0) || !Number.isFinite(ratio)) return misfit(invocation, 'numbers above zero')
  const words = maybeTimes(ratio, invocation.context.lang)
  if (words !== undefined) return worded(invocation, words)
  return misfit(invocation, 'a number that is about twice another, or more, or about half of it')
}

function maybeTimes(ratio: number, lang: string): string | undefined {
  const {halved, multiples, moreThan, fold} = wordTable(lang)
  if (ratio < 1.9) return ratio >= 0.45 && ratio <= 0.55 ? halved : undefined
  const whole = Math.floor(ratio + 0.1)
  const known = whole === 2 || whole === 3 || whole === 4 ? multiples[whole] : undefined
  if (known !== undefined) return ratio - whole > 0.15 ? moreThan.replace('#', known) : known
  const number = formatValue(ratio, {format: 'decimal', lang})
  return fold.replace('#', number.replace(/[.,]0$/, ''))
}

/** `{{part share}}`: "about a third", "most", "nearly all", of a share in percent. */
function part(invocation: Invocation): unknown {
  const [share] = numbersOf(invocation, 1)
  if (share === undefined) return failed
  if (share < 0 || share > 100) return misfit(invocation, 'a share between 0 and 100')
  const index = partBounds.findIndex((below) => share < below)
  return worded(invocation, wordTable(invocation.context.lang).parts[index] ?? '')
}

/** `{{plural count "attack" "attacks"}}`: the form that the language wants after the number. */
function plural(invocation: Invocation): unknown {
  const {args, context} = invocation
  const count = rawOf(args[0])
  const [one, other] = [rawOf(args[1]), rawOf(args[2])]
  if (typeof count !== 'number' || typeof one !== 'string' || typeof other !== 'string') {
    return misfit(invocation, 'a number and two texts')
  }
  const rule = new Intl.PluralRules(localeOf(context.lang)).select(count)
  return worded(invocation, rule === 'one' ? one : other)
}

/** `{{superlative rank "highest"}}`: "highest", "second highest", "12th highest". */
function superlative(invocation: Invocation): unknown {
  const {args, context} = invocation
  const [rank, word] = [rawOf(args[0]), rawOf(args[1])]
  if (typeof rank !== 'number' || rank < 1 || typeof word !== 'string') return misfit(invocation, 'a rank and a text')
  const {ranks} = wordTable(context.lang)
  const pattern = ranks[rank - 1] ?? `${ordinal(rank, context.lang) ?? rank} #`
  return worded(invocation, pattern.replace('#', word))
}

function worded({args}: Invocation, text: string): unknown {
  const origin: Origin = args.find(isShown)?.origin ?? {kind: 'typed'}
  return show({raw: text, text, origin})
}

/** The numbers of the arguments; after a message, none. */
function numbersOf(invocation: Invocation, count: number): readonly (number | undefined)[] {
  const numbers = invocation.args.slice(0, count).map(rawOf)
  if (numbers.every((number) => typeof number === 'number')) return numbers
  misfit(invocation, count === 1 ? 'a number' : 'two numbers')
  return []
}

function misfit({args, written, misused}: Invocation, expected: string): unknown {
  const shown = args.map((arg, index) => `\`${written[index] ?? ''}\`, which is ${JSON.stringify(rawOf(arg))}`)
  misused(shown.join(', '), expected)
  return failed
}

function textsOf(named: Invocation['named']): Readonly<Record<string, string>> {
  const texts = Object.entries(named).map(([name, value]) => [name, rawOf(value)] as const)
  return Object.fromEntries(texts.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string'))
}

function thresholdOf(value: unknown, otherwise: number): number {
  const raw = rawOf(value)
  return typeof raw === 'number' ? raw : otherwise
}
