import type {Root} from 'hast'
import type {Context} from './context.ts'

/**
 * The Markdown texts of the front matter by name: `title`, `subtitle`, `contact` as a line, the others as paragraphs;
 * authors' bios as `bio-0`, `bio-1` by the author's place in the list.
 */
export function readTexts(context: Context): Record<string, Root> {
  const {frontMatter, brief} = context.merged
  const named = [...lineTexts, ...blockTexts].map((name) => ({name, text: frontMatter[name], path: [name]}))
  const bios = frontMatter.authors.map(({bio}, index) => ({
    name: `bio-${index}`,
    text: bio,
    path: ['authors', index, 'bio'],
  }))
  const texts = [...named, ...bios].flatMap(({name, text, path}): [string, Root][] => {
    if (text === undefined) return []
    const point = brief.at(path)
    const position = point && {start: point, end: point}
    const isLine = lineTexts.some((line) => line === name)
    const children = isLine ? context.inline(text, {position}) : context.blocks(text, {position})
    return [[name, {type: 'root', children}]]
  })
  return Object.fromEntries(texts)
}

/** Those texts that are read before the body; all others are read after it. */
export const textsBeforeBody: readonly string[] = ['title', 'subtitle', 'abstract']

const lineTexts = ['title', 'subtitle', 'contact'] as const
const blockTexts = ['abstract', 'about', 'acknowledgements', 'disclaimer'] as const
