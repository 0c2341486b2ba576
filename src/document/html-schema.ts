/**
 * The HTML that authors may type: what marks up text, lists, simple tables and images. No headings, which the program
 * numbers; no `id` and `class`, by which it and the templates know their own; nothing that loads, runs or asks.
 */
export const htmlSchema = {
  tagNames: [
    ...names('a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong'),
    ...names('sub sup time u var wbr address blockquote details div hr p pre summary dd dl dt li ol ul'),
    ...names('caption col colgroup table tbody td tfoot th thead tr'),
  ],
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: ['href'],
    blockquote: ['cite'],
    col: ['span'],
    colgroup: ['span'],
    data: ['value'],
    details: ['open'],
    img: ['alt', 'src'],
    ol: ['reversed', 'start', 'type'],
    q: ['cite'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
    time: ['dateTime'],
  },
  // Addresses of links and images are checked with all others, in `checkLinks` and `placeImages`.
  protocols: {cite: ['http', 'https']},
  /** Each element is held against the list alone, so that none is seen inside another: a cell has no table there. */
  ancestors: {},
  /** Elements that go with all that is in them. */
  strip: [
    ...names(
      'applet audio canvas embed frame frameset iframe math noembed noframes noscript object script select style',
    ),
    ...names('svg template textarea title video xmp'),
  ],
}

function names(list: string): string[] {
  return list.split(' ')
}
