import type {Node, Parent} from 'unist'
import type {visit as visitTyped} from 'unist-util-visit'

/** What a visitor gives back so that the walk does not go into the node. */
export const SKIP = 'skip'
/** What a visitor gives back so that the walk ends. */
export const EXIT = false

type Index = number | undefined
type Action = true | typeof SKIP | typeof EXIT
type Answer = Action | number | readonly [Action, (number | null)?] | null | undefined | void
type Visitor = (node: Node, index: Index, parent: Parent | undefined) => Answer

/**
 * Calls a visitor with every node of a tree, or with those of a type, each before its children, as `visit` of
 * unist-util-visit does, whose types it has. That one makes a function with a name of its own for every node that it
 * meets, which takes several times as long as the walk itself.
 */
export const visit = ((tree: Node, ...rest: readonly [string, Visitor] | readonly [Visitor]): void => {
  const type = rest.length === 2 ? rest[0] : undefined
  const visitor = rest.length === 2 ? rest[1] : rest[0]

  /** @returns the index to go on with among the siblings if the visitor says so, or EXIT */
  const walk = (node: Node, index: Index, parent: Parent | undefined): Index | typeof EXIT => {
    const answer = type === undefined || node.type === type ? visitor(node, index, parent) : undefined
    const [action, next] = Array.isArray(answer) ? answer : typeof answer === 'number' ? [true, answer] : [answer]
    if (action === EXIT) return EXIT
    if (action !== SKIP && isParent(node) && walkChildren(node) === EXIT) return EXIT
    return next ?? undefined
  }

  // The visitor may change the children while they are gone through.
  const walkChildren = (parent: Parent): Action => {
    for (let index = 0; index < parent.children.length;) {
      const child = parent.children[index]
      const next = child === undefined ? undefined : walk(child, index, parent)
      if (next === EXIT) return EXIT
      index = next ?? index + 1
    }
    return true
  }

  walk(tree, undefined, undefined)
}) as unknown as typeof visitTyped

function isParent(node: Node): node is Parent {
  return 'children' in node
}
