export type Path = readonly (string | number)[]

type Replace = (text: string, path: Path) => string

/** A copy of a plain value in which each text is replaced; a value in which none changes is kept as it is. */
export function mapStrings<Value>(value: Value, replace: Replace): Value {
  return mapped(value, [], replace) as Value
}

function mapped(value: unknown, path: Path, replace: Replace): unknown {
  if (typeof value === 'string') return replace(value, path)
  if (Array.isArray(value)) {
    const items = value.map((item, index) => mapped(item, [...path, index], replace))
    return items.some((item, index) => item !== value[index]) ? items : value
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, item]) => [name, mapped(item, [...path, name], replace)] as const)
  const changed = entries.some(([name, item]) => item !== Object.getOwnPropertyDescriptor(value, name)?.value)
  return changed ? Object.fromEntries(entries) : value
}
