/** Takes `style` attributes off elements and gives them classes instead. */
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
        const style = /\sstyle="([^"]*)"/.exec(attributes)
        if (style === null) return tag
        const rest = attributes.replace(style[0], '')
        return name === 'svg' ? `<svg${rest}` : `<${name}${withClass(rest, classOf(style[1] ?? ''))}`
      }),
    css: () => [...classes].map(([declarations, name]) => `.${name}{${declarations}}`).join('\n'),
  }
}

function withClass(attributes: string, name: string): string {
  const given = /\sclass="([^"]*)"/.exec(attributes)
  if (given === null) return `${attributes} class="${name}"`
  return attributes.replace(given[0], ` class="${given[1]} ${name}"`)
}
