import {describe, expect, it} from 'vitest'
import {uaRules} from '../../../../src/pdf/ua/check-pdf-ua.ts'

/**
 * All 106 machine-checkable rules of PDF/UA-1, by clause and by the number of veraPDF's test, and what becomes of each:
 *
 * - `checked`: it is checked over every finished file
 * - `absent`: it is about something that no file of this program has; that there is none is checked
 *
 * tests/e2e/audit.test.ts breaks each in a file.
 */
const table: readonly [id: string, kind: 'checked' | 'absent', why: string][] = [
  ['5-t1', 'checked', ''],
  ['5-t2', 'checked', ''],
  ['5-t3', 'checked', ''],
  ['5-t4', 'absent', 'no amendment is named'],
  ['5-t5', 'absent', 'no corrigendum is named'],
  ['6.1-t1', 'checked', ''],
  ['6.2-t1', 'checked', ''],
  ['7.1-t1', 'checked', ''],
  ['7.1-t2', 'checked', ''],
  ['7.1-t3', 'checked', ''],
  ['7.1-t4', 'checked', ''],
  ['7.1-t5', 'checked', ''],
  ['7.1-t6', 'checked', ''],
  ['7.1-t7', 'checked', ''],
  ['7.1-t8', 'checked', ''],
  ['7.1-t9', 'checked', ''],
  ['7.1-t10', 'checked', ''],
  ['7.1-t11', 'checked', ''],
  ['7.1-t12', 'checked', ''],
  ['7.2-t2', 'checked', 'by the language of the whole document'],
  ['7.2-t3', 'checked', ''],
  ['7.2-t4', 'checked', ''],
  ['7.2-t5', 'checked', ''],
  ['7.2-t6', 'checked', ''],
  ['7.2-t7', 'checked', ''],
  ['7.2-t8', 'checked', ''],
  ['7.2-t9', 'checked', ''],
  ['7.2-t10', 'checked', ''],
  ['7.2-t11', 'checked', ''],
  ['7.2-t12', 'checked', ''],
  ['7.2-t13', 'checked', ''],
  ['7.2-t14', 'checked', ''],
  ['7.2-t15', 'checked', ''],
  ['7.2-t16', 'checked', ''],
  ['7.2-t17', 'checked', ''],
  ['7.2-t18', 'checked', ''],
  ['7.2-t19', 'checked', ''],
  ['7.2-t20', 'checked', ''],
  ['7.2-t21', 'checked', 'by the language of the whole document'],
  ['7.2-t22', 'checked', 'by the language of the whole document'],
  ['7.2-t23', 'checked', 'by the language of the whole document'],
  ['7.2-t24', 'checked', 'by the language of the whole document'],
  ['7.2-t25', 'absent', 'there are no form fields'],
  ['7.2-t26', 'checked', ''],
  ['7.2-t27', 'checked', ''],
  ['7.2-t28', 'checked', ''],
  ['7.2-t29', 'checked', ''],
  ['7.2-t30', 'checked', 'by the language of the whole document'],
  ['7.2-t31', 'checked', 'by the language of the whole document'],
  ['7.2-t32', 'checked', 'by the language of the whole document'],
  ['7.2-t33', 'checked', 'by the language of the whole document'],
  ['7.2-t34', 'checked', 'by the language of the whole document'],
  ['7.2-t36', 'checked', ''],
  ['7.2-t37', 'checked', ''],
  ['7.2-t38', 'checked', ''],
  ['7.2-t39', 'checked', ''],
  ['7.2-t40', 'checked', ''],
  ['7.2-t41', 'checked', ''],
  ['7.2-t42', 'checked', ''],
  ['7.2-t43', 'checked', ''],
  ['7.3-t1', 'checked', ''],
  ['7.4.2-t1', 'checked', ''],
  ['7.4.4-t1', 'absent', 'headings have levels'],
  ['7.4.4-t2', 'absent', 'headings have levels'],
  ['7.4.4-t3', 'absent', 'headings have levels'],
  ['7.5-t1', 'checked', ''],
  ['7.5-t2', 'checked', ''],
  ['7.7-t1', 'absent', 'mathematics is text'],
  ['7.9-t1', 'checked', ''],
  ['7.9-t2', 'checked', ''],
  ['7.10-t1', 'absent', 'there are no layers'],
  ['7.10-t2', 'absent', 'there are no layers'],
  ['7.11-t1', 'checked', ''],
  ['7.15-t1', 'absent', 'there are no forms'],
  ['7.16-t1', 'absent', 'nothing is encrypted'],
  ['7.18.1-t1', 'absent', 'all annotations are links'],
  ['7.18.1-t2', 'absent', 'all annotations are links'],
  ['7.18.1-t3', 'absent', 'there are no form fields'],
  ['7.18.2-t1', 'absent', 'all annotations are links'],
  ['7.18.3-t1', 'checked', ''],
  ['7.18.4-t1', 'absent', 'there are no form fields'],
  ['7.18.4-t2', 'absent', 'there are no form fields'],
  ['7.18.5-t1', 'checked', ''],
  ['7.18.5-t2', 'checked', ''],
  ['7.18.6.2-t1', 'absent', 'there are no films or sounds'],
  ['7.18.6.2-t2', 'absent', 'there are no films or sounds'],
  ['7.18.8-t1', 'absent', 'all annotations are links'],
  ['7.20-t1', 'absent', 'no content stands for that of another file'],
  ['7.20-t2', 'absent', 'no form has tagged content of its own'],
  ['7.21.3.1-t1', 'checked', ''],
  ['7.21.3.2-t1', 'checked', ''],
  ['7.21.3.3-t1', 'absent', 'every font is coded by glyph, without a table'],
  ['7.21.3.3-t2', 'absent', 'every font is coded by glyph, without a table'],
  ['7.21.3.3-t3', 'absent', 'every font is coded by glyph, without a table'],
  ['7.21.4.1-t1', 'checked', ''],
  ['7.21.4.1-t2', 'checked', ''],
  ['7.21.4.2-t1', 'absent', 'there are no Type 1 fonts'],
  ['7.21.4.2-t2', 'absent', 'no font has a CIDSet'],
  ['7.21.5-t1', 'checked', ''],
  ['7.21.6-t1', 'absent', 'there are no simple fonts'],
  ['7.21.6-t2', 'absent', 'there are no simple fonts'],
  ['7.21.6-t3', 'absent', 'there are no simple fonts'],
  ['7.21.6-t4', 'absent', 'there are no simple fonts'],
  ['7.21.7-t1', 'checked', ''],
  ['7.21.7-t2', 'checked', ''],
  ['7.21.8-t1', 'checked', ''],
]

describe('the rules of PDF/UA-1', () => {
  it('are all accounted for, once', () => {
    expect(table).toHaveLength(106)
    expect(new Set(table.map(([id]) => id)).size).toBe(106)
  })

  it('are implemented, all of them and no others', () => {
    const implemented = uaRules.flatMap(({ids}) => ids)
    expect(implemented.toSorted()).toEqual(table.map(([id]) => id).toSorted())
  })

  it('have a reason where nothing of them is looked at by itself', () => {
    expect(table.filter(([, kind, why]) => kind !== 'checked' && why === '')).toEqual([])
  })
})
