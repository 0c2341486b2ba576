import fc from 'fast-check'
import type {Node, Parent} from 'unist'
import {visit as visitByLibrary} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {visit} from '../../src/visit.ts'

const {tree} = fc.letrec<{tree: Parent; node: Node}>((tie) => ({
  tree: fc.record({type: fc.constantFrom('a', 'b'), children: fc.array(tie('node'), {maxLength: 4})}),
  node: fc.oneof({depthSize: 'small'}, fc.record({type: fc.constantFrom('a', 'b', 'c')}), tie('tree')),
}))

/** What a visitor answers in turn; indices go forward, as a walk that goes back need not end. */
const answers = fc.infiniteStream(
  fc.oneof(
    {weight: 8, arbitrary: fc.constant(undefined)},
    fc.constantFrom(true, 'skip', false, [true], ['skip'], 'on', 'skip-on'),
  ),
)

type Walk = (tree: Node, ...rest: unknown[]) => void

interface Case {
  readonly root: Parent
  readonly type: string | undefined
  readonly given: readonly unknown[]
}

function walked(walk: Walk, {root, type, given}: Case): string[] {
  const turn = given.values()
  const seen: string[] = []
  const visitor = (node: Node, index: number | undefined, parent: Parent | undefined): unknown => {
    seen.push(`${node.type} ${index} ${parent?.type} ${parent?.children.length}`)
    const answer = turn.next().value
    if (answer === 'on') return (index ?? 0) + 2
    if (answer !== 'skip-on') return answer
    parent?.children.splice((index ?? 0) + 1, 1)
    return ['skip', (index ?? 0) + 1]
  }
  walk(structuredClone(root), ...(type === undefined ? [visitor] : [type, visitor]))
  return seen
}

describe('visit', () => {
  it('walks as the library does, whatever the visitor answers', () => {
    fc.assert(
      fc.property(tree, fc.option(fc.constantFrom('a', 'c'), {nil: undefined}), answers, (root, type, stream) => {
        const given = [...stream.take(200)]
        const expected = walked(visitByLibrary as Walk, {root, type, given})
        expect(walked(visit as Walk, {root, type, given})).toEqual(expected)
      }),
    )
  })
})
