import type {Root} from 'hast'
import type {FootnoteReference, Root as MarkdownRoot} from 'mdast'
import remarkRehype, {type Options} from 'remark-rehype'
import {unified} from 'unified'
import type {Context} from './context.ts'
import {placeDirective} from './directives.ts'
import {placedAt} from './element.ts'
import type {DirectiveNode} from './mdast.ts'
import {noteCall} from './note-call.ts'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['root']>>[0]

/**
 * Turns a Markdown tree into an HTML tree: directives into their elements, calls of notes into calls without a number.
 * HTML that the author typed is still text in `raw` nodes.
 */
export function toHtml(tree: MarkdownRoot, context: Context): Root {
  const handlers: Handlers = {
    leafDirective: place,
    containerDirective: place,
    footnoteReference: (_: State, node: FootnoteReference) => placedAt(noteCall(node.identifier), node.position),
  }
  return unified().use(remarkRehype, {allowDangerousHtml: true, handlers}).runSync(tree)

  function place(state: State, node: DirectiveNode): ReturnType<typeof placeDirective> {
    return placeDirective(node, context, (parent) => state.all(parent))
  }
}
