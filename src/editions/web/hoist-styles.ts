/** Takes `style` attributes, and others that say how a mark looks, off elements and gives them classes instead. */
export interface StyleHoist {
  /** Markup without `style` attributes: a drawing, whose attributes are escaped. */
  readonly hoist: (markup: string) => string
  /** The rules of all classes so far. */
  readonly css: () => string
}

/**
 * The page's policy refuses styles of single elements, and a page of many drawings says the same in each of them: every
 * set of declarations becomes one class. Those of a drawing's root are left out: the template's styles have them.
 */
export function createStyleHoist(): StyleHoist {
  const classes = new Map<string, string>()
  const classOf = (declarations: string): string => {
    const name = classes.get(declarations) ?? `drawn-${classes.size + 1}`
    classes.set(declarations, name)
    return name
  }
  return {
    hoist: (markup) =>
      markup.replaceAll(/<([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g, (tag, name: string, attributes: string) => {
        const {declarations, rest} = taken(attributes, name === 'svg' ? /\s(style)="([^"]*)"/g : LOOKS)
        if (declarations === '') return tag
        return name === 'svg' ? `<svg${rest}` : `<${name}${withClass(rest, classOf(declarations))}`
      }),
    css: () => [...classes].map(([declarations, name]) => `.${name}{${declarations}}`).join('\n'),
  }
}

/** What drawings say again and again of text and lines; in a style sheet it means the same. */
const LOOKS = /\s(style|font-(?:size|weight|style)|text-anchor|stroke-(?:width|dasharray|linecap|linejoin))="([^"]*)"/g

function taken(attributes: string, pattern: RegExp): {readonly declarations: string; readonly rest: string} {
  const declared: string[] = []
  const rest = attributes.replaceAll(pattern, (_, name: string, said: string) => {
    declared.push(name === 'style' ? said : `${name}:${name === 'font-size' ? withUnit(said) : said}`)
    return ''
  })
  // One order, so that what is said alike is one class.
  return {declarations: declared.toSorted().join(';'), rest}
}

/** In a style sheet a size needs one. */
function withUnit(size: string): string {
  return /^[\d.]+$/.test(size) ? `${size}px` : size
}

function withClass(attributes: string, name: string): string {
  const given = /\sclass="([^"]*)"/.exec(attributes)
  if (given === null) return `${attributes} class="${name}"`
  return attributes.replace(given[0], ` class="${given[1]} ${name}"`)
}
