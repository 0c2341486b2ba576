import type {Element, ElementContent, Root, RootContent} from 'hast'
import type {Nodes as MarkdownNodes} from 'mdast'
import type {Parent} from 'unist'
import {unified} from 'unified'
import {visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {tooDeep} from '../messages/directives.ts'
import {droppedHtml, droppedHtmlAttribute} from '../messages/document.ts'
import {report} from '../messages/message.ts'
import {htmlSchema} from './html-schema.ts'

/**
 * Parses the HTML that authors typed and keeps what the allow-list names. Only what came from the author's HTML is held
 * against the list: elements that the program made stand aside meanwhile. HTML reaches no further than its own parent,
 * so that a tag left open cannot swallow the rest of the brief.
 */
export async function resolveRawHtml(trees: readonly Root[], file: VFile): Promise<void> {
  const parents = trees.flatMap(parentsOfRaw)
  if (parents.length === 0) return
  const {parse, sanitize} = await loadHtmlTools()
  for (const parent of parents) {
    limitTags(parent, file)
    const before = parent.children
    const kept = before.map((child, index): RootContent => (isKept(child) ? keptAs(index) : child))
    const parsed = parse({type: 'root', children: kept})
    const allowed = allow(parsed.children, {before, file, sanitize})
    parent.children = allowed
  }
}

interface Tools {
  readonly parse: (tree: Root) => Root
  readonly sanitize: (tree: Root) => Root
}

// The parser of HTML is large, and most briefs have none.
async function loadHtmlTools(): Promise<Tools> {
  const [{default: rehypeRaw}, {default: rehypeSanitize}] = await Promise.all([
    import('rehype-raw'),
    import('rehype-sanitize'),
  ])
  const parser = unified().use(rehypeRaw, {passThrough: [keptType as MarkdownNodes['type']]})
  const sanitizer = unified().use(rehypeSanitize, htmlSchema)
  return {parse: (tree) => parser.runSync(tree), sanitize: (tree) => sanitizer.runSync(tree)}
}

interface RawParent extends Parent {
  children: RootContent[]
}

/** Drops comments on the way: they are for authors, and need no parser. */
function parentsOfRaw(tree: Root): RawParent[] {
  const parents: RawParent[] = []
  visit(tree, (node) => {
    if (!('children' in node)) return
    const parent: RawParent = node
    if (!parent.children.some(isRaw)) return
    parent.children = parent.children.filter((child) => !isComment(child))
    if (parent.children.some(isRaw)) parents.push(parent)
  })
  return parents
}

function isRaw(node: RootContent): boolean {
  return node.type === 'raw'
}

function isComment(node: RootContent): boolean {
  return node.type === 'raw' && /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)
}

// A tree that is too deep cannot be walked; elements that need no closing tag, and those that have none, do not count.
function limitTags(parent: RawParent, file: VFile): void {
  let depth = 0
  for (const node of parent.children) {
    if (node.type !== 'raw') continue
    for (const [, slash, name = ''] of node.value.matchAll(/<(\/?)([a-z]+)/gi)) {
      if (!shallow.has(name.toLowerCase())) depth += slash ? -1 : 1
      if (depth <= maxTags) continue
      report(file, node, tooDeep(maxTags))
      parent.children = parent.children.filter((child) => !isRaw(child))
      return
    }
  }
}

const maxTags = 100
const shallow = new Set('br col hr img input wbr p li dt dd tr td th thead tbody tfoot colgroup rt rp'.split(' '))

const keptType = 'kept'

interface Kept {
  readonly type: typeof keptType
  readonly index: number
}

function isKept(node: RootContent): boolean {
  return node.type === 'element'
}

// The parser copies what it passes through; a number leads back to the element itself.
function keptAs(index: number): RootContent {
  const kept: Kept = {type: keptType, index}
  return kept as unknown as RootContent
}

interface Allowance {
  readonly before: readonly RootContent[]
  readonly file: VFile
  readonly sanitize: Tools['sanitize']
}

function allow(nodes: readonly RootContent[], allowance: Allowance): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if ((node.type as string) === keptType) return [allowance.before[(node as unknown as Kept).index] as ElementContent]
    if (node.type === 'element') return allowElement(node, allowance)
    return node.type === 'text' ? [node] : []
  })
}

function allowElement(node: Element, allowance: Allowance): ElementContent[] {
  const {before, file, sanitize} = allowance
  const opening = `<${node.tagName}`
  const origin = before.find((child) => child.type === 'raw' && child.value.toLowerCase().includes(opening))
  if (htmlSchema.strip.includes(node.tagName)) {
    report(file, origin, droppedHtml(node.tagName))
    return []
  }
  const children = allow(node.children, allowance)
  const clean = sanitize({type: 'root', children: [{...node, children: []}]}).children[0]
  if (clean?.type !== 'element') {
    // A parser adds some elements by itself, such as a table's body: only what the author typed is worth a word.
    if (origin !== undefined) report(file, origin, droppedHtml(node.tagName))
    return children
  }
  const dropped = Object.keys(node.properties).filter((name) => !(name in clean.properties))
  for (const name of dropped) report(file, origin, droppedHtmlAttribute(node.tagName, name))
  return [{...clean, children, ...(origin?.position && {position: origin.position})}]
}
