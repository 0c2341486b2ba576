import type {Element, Root} from 'hast'
import {SKIP, visit} from '../visit.ts'
import type {VFile} from 'vfile'
import {secondKeyMessages} from '../messages/directives.ts'
import {report} from '../messages/message.ts'

/** Takes the key messages out of the body: they are printed before it. A second set is reported and dropped. */
export function takeKeyMessages(body: Root, file: VFile): Root | undefined {
  const found: Element[] = []
  visit(body, 'element', (node, index, parent) => {
    if (node.data?.marks?.keyMessages !== true || index === undefined || parent === undefined) return undefined
    if (found.length > 0) report(file, node, secondKeyMessages())
    found.push(node)
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return found[0] && {type: 'root', children: found[0].children}
}
