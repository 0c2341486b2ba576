import type {Element} from 'hast'
import {element} from '../../document/element.ts'
import type {Changes} from '../compare.ts'
import {added, exchanged, itemElement, removed} from './item.ts'

/** Contents, references, pictures and the number of pages. */
export function listItems({lists, pictures, pages}: Pick<Changes, 'lists' | 'pictures' | 'pages'>): readonly Element[] {
  const ofLists = lists.map(({item, list, added: came, removed: went}) => {
    const entries = [...went.map(removed), ...came.map(added)].map((entry) => element('li', {}, [entry]))
    const title = list === 'contents' ? 'Contents' : 'Addresses on the web'
    return itemElement({item, title}, [element('ul', {className: ['lines']}, entries)])
  })
  const ofPictures = pictures.map(({item, path, change}) =>
    itemElement({item, title: path}, [
      element('p', {}, [{added: 'New picture.', removed: 'The picture is gone.', changed: 'Another picture.'}[change]]),
    ]),
  )
  const ofPages =
    pages === undefined
      ? []
      : [
          itemElement({item: pages.item, title: 'Pages of the printed edition'}, [
            element('p', {}, exchanged(String(pages.before), String(pages.after))),
          ]),
        ]
  return [...ofLists, ...ofPictures, ...ofPages]
}
