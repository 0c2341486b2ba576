/** How a helper is called. */
export interface HelperShape {
  /** The fewest and the most arguments. */
  readonly count: readonly [number, number]
  /** Named arguments: those that are needed, and others. */
  readonly named?: readonly string[]
  readonly optional?: readonly string[]
  readonly block?: true
  readonly usage: string
}

/** The helpers of narratives. */
export const helperShapes: Readonly<Record<string, HelperShape>> = {
  format: {count: [2, 2], usage: '{{format name "FORMAT"}}'},
  words: {count: [1, 1], usage: '{{words name}}'},
  cell: {count: [1, 1], named: ['row', 'column'], usage: '{{cell "table" row="..." column="..."}}'},
  page: {count: [1, 1], usage: '{{page "id"}}'},
  literal: {count: [1, 1], optional: ['source'], usage: '{{literal "38" source="..."}}'},
  direction: {count: [2, 2], optional: ['up', 'down', 'same'], usage: '{{direction before after}}'},
  size: {count: [1, 1], optional: ['slightly', 'sharply'], usage: '{{size change}}'},
  compared: {count: [2, 2], optional: ['more', 'fewer', 'equal'], usage: '{{compared first second}}'},
  times: {count: [2, 2], usage: '{{times before after}}'},
  part: {count: [1, 1], usage: '{{part share}}'},
  plural: {count: [3, 3], usage: '{{plural count "attack" "attacks"}}'},
  superlative: {count: [2, 2], usage: '{{superlative rank "highest"}}'},
  eq: {count: [2, 2], usage: '(eq name 10)'},
  ne: {count: [2, 2], usage: '(ne name 10)'},
  gt: {count: [2, 2], usage: '(gt name 10)'},
  lt: {count: [2, 2], usage: '(lt name 10)'},
  gte: {count: [2, 2], usage: '(gte name 10)'},
  lte: {count: [2, 2], usage: '(lte name 10)'},
  and: {count: [2, 9], usage: '(and first second)'},
  or: {count: [2, 9], usage: '(or first second)'},
  not: {count: [1, 1], usage: '(not name)'},
  each: {count: [1, 1], block: true, usage: '{{#each tables.name}} ... {{/each}}'},
  if: {count: [1, 1], block: true, usage: '{{#if name}} ... {{else}} ... {{/if}}'},
  expect: {count: [1, 1], block: true, usage: '{{#expect (gt after before)}} ... {{/expect}}'},
  unless: {count: [1, 1], block: true, usage: '{{#unless name}} ... {{/unless}}'},
  with: {count: [1, 1], block: true, usage: '{{#with name}} ... {{/with}}'},
}

/** The helpers that stand inside a line, and those of blocks. */
export const inlineNames: readonly string[] = namesOf(false)
export const blockNames: readonly string[] = namesOf(true)

function namesOf(block: boolean): string[] {
  return Object.keys(helperShapes).filter((name) => (helperShapes[name]?.block ?? false) === block)
}

/** The helper of that name, if there is one. */
export function maybeShape(name: string): HelperShape | undefined {
  return Object.hasOwn(helperShapes, name) ? helperShapes[name] : undefined
}
