import type {ElementContent, Root} from 'hast'
import {noticeClass} from '../document/change-notice.ts'
import {hasClass, isElement} from '../document/element.ts'
import type {Document} from '../model/document.ts'

/**
 * A document without its notices of changes. They are written from what was accepted: to compare them would make of
 * every acceptance a new change.
 */
export function withoutNotices(whole: Document): Document {
  const {corrections: _, ...texts} = whole.texts
  const document = {...whole, texts}
  const children = kept(document.body.children)
  return children === document.body.children ? document : {...document, body: {...document.body, children}}
}

/** The same list where there is no notice in it. */
function kept<Child extends Root['children'][number]>(children: Child[]): Child[] {
  const own = children.flatMap((child): Child[] => {
    if (!isElement(child)) return [child]
    if (hasClass(child, noticeClass)) return []
    const inner: ElementContent[] = kept(child.children)
    return inner === child.children ? [child] : [{...child, children: inner}]
  })
  return own.length === children.length && own.every((child, index) => child === children[index]) ? children : own
}
