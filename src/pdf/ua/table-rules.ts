import {isArray, isString} from '../objects/values.ts'
import {walkElements, type StructElement} from '../structure/structure.ts'
import {attributesOf, gridOf, type TableGrid} from '../structure/table-grid.ts'
import type {Rule} from './rule.ts'

/** Rules about the cells of tables. */
export const tableRules: readonly Rule[] = [
  gridRule(['7.2-t15'], ({overlaps}) => overlaps && 'cells of a table lie on one another'),
  gridRule(['7.2-t41'], ({isOver}) => isOver && 'a cell spans more rows than its table has'),
  gridRule(['7.2-t42', '7.2-t43'], ({rows}) => {
    const widths = [...new Set(rows.map(({taken}) => taken.size))]
    return widths.length > 1 && `the rows of a table have ${widths.join(' and ')} columns`
  }),
  {
    ids: ['7.5-t1', '7.5-t2'],
    check: ({elements}) => elements.flatMap(({element}) => (element.type === 'Table' ? checkHeads(element) : [])),
  },
]

function gridRule(ids: readonly string[], check: (grid: TableGrid) => string | false): Rule {
  return {
    ids,
    *check({elements}) {
      for (const {element} of elements) {
        const fault = element.type === 'Table' && check(gridOf(element))
        if (fault !== false) yield fault
      }
    },
  }
}

/** In a table that has heads, every cell names its heads, or every head says whether it is for its row or its column. */
function checkHeads(table: StructElement): string[] {
  const cells = [...walkElements(table)].map(({element}) => element)
  const heads = cells.filter(({type}) => type === 'TH')
  const ids = new Set(heads.map(({entries}) => entries.get('ID')).map((id) => (isString(id) ? id.bytes : undefined)))
  const named = cells.flatMap((cell) => (cell.type === 'TD' ? [headersOf(cell)] : []))
  const unknown = named.flat().find((id) => !ids.has(id))
  if (unknown !== undefined) return [`a cell names the head \`${unknown}\`, which its table does not have`]
  const isScoped = heads.every((head) => attributesOf(head).has('Scope'))
  return heads.length === 0 || isScoped || named.every((headers) => headers.length > 0)
    ? []
    : ['a cell of a table has no head, and the heads do not say what they are for']
}

export function headersOf(cell: StructElement): string[] {
  const headers = attributesOf(cell).get('Headers')
  return isArray(headers) ? headers.map((id) => (isString(id) ? id.bytes : '')) : []
}
