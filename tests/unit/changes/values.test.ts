import {describe, expect, it} from 'vitest'
import {compareValues, type ValueChange} from '../../../src/changes/compare-values.ts'
import {conditionsIn} from '../../../src/changes/conditions.ts'
import type {KeptValue} from '../../../src/changes/snapshot.ts'
import type {ValueDefinition} from '../../../src/model/values.ts'

function value(name: string, raw: KeptValue['raw'], said: Partial<KeptValue> = {}): KeptValue {
  return {name, raw, text: String(raw), ...said}
}

interface Told {
  readonly text?: string
  readonly definition?: Pick<ValueDefinition, 'form' | 'argument'> & {readonly format?: string}
}

function changes(before: KeptValue[], after: KeptValue[], {text = '', definition}: Told = {}): readonly ValueChange[] {
  const made = definition && {name: 'x', place: undefined, where: {}, ...definition}
  return compareValues(before, after, {
    conditions: conditionsIn(text),
    definitions: new Map(made === undefined ? [] : [['x', made]]),
  })
}

function flags(was: KeptValue, is: KeptValue, told?: Told): ValueChange['flags'] {
  return changes([was], [is], told)[0]?.flags ?? []
}

describe('compareValues', () => {
  it('is silent where nothing changed', () => {
    expect(changes([value('x', 1)], [value('x', 1)])).toEqual([])
  })

  it('measures size and direction exactly', () => {
    expect(changes([value('x', 0.3)], [value('x', 0.1)])).toMatchObject([
      {kind: 'changed', difference: -0.2, direction: 'down', percent: -66.6666666666667},
    ])
    expect(changes([value('x', 0)], [value('x', 4)])[0]).not.toHaveProperty('percent')
  })

  it('names values that came and went', () => {
    expect(changes([value('a', 1)], [value('b', 2)]).map(({name, kind}) => [name, kind])).toEqual([
      ['b', 'added'],
      ['a', 'removed'],
    ])
  })

  it('flags a rise that becomes a fall, but not one from nothing', () => {
    expect(flags(value('x', 4), value('x', -2))).toEqual([{kind: 'sign'}])
    expect(flags(value('x', 0), value('x', -2))).toEqual([])
  })

  it('flags the thresholds that the narrative asks for', () => {
    const text = '{{#if (gt x 50)}}a{{/if}} {{#if (lt x y)}}b{{/if}}'
    const found = changes([value('x', 40), value('y', 90)], [value('x', 60), value('y', 55)], {text})
    expect(found.map((each) => each.flags)).toEqual([
      [
        {kind: 'threshold', at: 50, side: 'above', asked: true},
        {kind: 'threshold', at: 'y', side: 'above', asked: true},
      ],
      [{kind: 'threshold', at: 'x', side: 'below', asked: true}],
    ])
  })

  it('flags where words change: half, double', () => {
    expect(flags(value('x', 49, {format: 'percent'}), value('x', 51, {format: 'percent'}))).toEqual([
      {kind: 'threshold', at: 50, side: 'above', asked: false},
    ])
    const format = 'change-percent'
    expect(flags(value('x', 120, {format}), value('x', 80, {format}))).toMatchObject([{at: 100, side: 'below'}])
  })

  it('flags ranks, orders and superlatives', () => {
    const sql = 'SELECT region FROM t ORDER BY attacks DESC LIMIT 1'
    expect(flags(value('x', 'KP'), value('x', 'Sindh'), {definition: {form: 'sql', argument: sql}})).toEqual([
      {kind: 'standing', of: 'superlative'},
    ])
    expect(flags(value('x', 1), value('x', 2), {definition: {form: 'rank', argument: {}}})).toEqual([
      {kind: 'standing', of: 'rank'},
    ])
    expect(flags(value('x', ['a', 'b']), value('x', ['b', 'a']), {definition: {form: 'sql', argument: sql}})).toEqual([
      {kind: 'standing', of: 'order'},
    ])
    expect(flags(value('x', 5), value('x', 6), {definition: {form: 'max', argument: 't.n'}})).toEqual([])
    expect(flags(value('x', 'a'), value('x', 'b'), {definition: {form: 'text', argument: 'b'}})).toEqual([])
  })

  it('flags another unit, date, source or way of computing', () => {
    const was = value('x', 5, {unit: 'mm', asOf: '2022-08', source: 'A', made: '1'})
    const is = value('x', 5, {unit: 'cm', asOf: '2022-09', source: 'B', made: '2'})
    expect(flags(was, is)).toEqual([
      {kind: 'unit', before: 'mm', after: 'cm'},
      {kind: 'as-of', before: '2022-08', after: '2022-09'},
      {kind: 'source', before: 'A', after: 'B'},
      {kind: 'definition'},
    ])
  })

  it('says when a change does not show', () => {
    expect(flags(value('x', 51.2, {text: '51%'}), value('x', 51.4, {text: '51%'}))).toEqual([{kind: 'rounding'}])
  })
})

describe('conditionsIn', () => {
  it('reads names, numbers and texts', () => {
    expect(conditionsIn(`{{#if (and (gt a.raw 1.5) (eq b "x y"))}}{{/if}}{{#if (gt a.raw 1.5)}}`)).toEqual([
      {operator: 'gt', left: {name: 'a'}, right: {raw: 1.5}},
      {operator: 'eq', left: {name: 'b'}, right: {raw: 'x y'}},
    ])
  })
})
