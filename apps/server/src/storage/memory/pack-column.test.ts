import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, holdsStored } from '../record-query.ts'
import type { SqlType } from '../tables/index.ts'
import { packColumn } from './pack-column.ts'
import type { Stored } from './packed-column.ts'
import { Selection } from './selection.ts'
import { TextCodes } from './text-codes.ts'

const text = (count: number) => fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 9, arbitrary: fc.nat(count).map((n) => `text ${n} é`) })
const texts = (count: number) => fc.array(text(count), { minLength: 400, maxLength: 500 })
const instant = fc.nat(4e12).map((ms) => new Date(ms).toISOString())

/** Values of a kind, the encoding they are for, and conditions on them. */
const KINDS: Readonly<Record<string, { readonly type: SqlType; readonly values: fc.Arbitrary<readonly Stored[]>; readonly compares: readonly Condition['compares'][] }>> = {
  ConstantColumn: { type: 'text?', values: fc.constantFrom<readonly Stored[]>([null, null], ['a', 'a', 'a']), compares: ['='] },
  NumberColumn: {
    type: 'double?',
    values: fc.array(fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 2 }),
    compares: ['=', '<', '<=', '>='],
  },
  TimeColumn: { type: 'text', values: fc.array(instant, { minLength: 20 }), compares: ['='] },
  CodedColumn: { type: 'text?', values: texts(20), compares: ['='] },
  TextColumn: { type: 'text?', values: texts(1e6).map((list) => list.map((each, n) => each && `${each} ${n}`)), compares: ['='] },
}

describe.each(Object.entries(KINDS))('A %s', (kind, { type, values, compares }) => {
  it('gives back what was packed, and finds the rows for which a condition holds', () => {
    let seen = 0
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom(...compares), (list, n, how) => {
        const column = packColumn(list, type, new TextCodes())
        if (column.constructor.name === kind) seen += 1
        expect(list.map((_, row) => column.at(row))).toEqual(list.map((value) => (Object.is(value, -0) && !Object.is(column.at(list.indexOf(value)), -0) ? 0 : value)))
        const condition: Condition = { column: 'c', compares: how, value: list[n % list.length] ?? (type.startsWith('text') ? 'absent' : 0.5) }
        const rows = new Selection()
        rows.takeAll(list.length)
        column.narrow(rows, condition)
        expect([...rows.rows.subarray(0, rows.count)]).toEqual(list.flatMap((value, row) => (holdsStored(value, type, condition) ? [row] : [])))
      }),
      { numRuns: 30, seed: 5 },
    )
    expect(seen).toBeGreaterThan(10)
  })
})

describe('Texts with codes', () => {
  it('are ordered by code points, as UTF-8 is, and know the place of a text that has no code', () => {
    const codes = new TextCodes()
    for (const each of ['b', '\u{1f600}', 'a', 'ﬀ']) codes.add(each)
    expect([...codes.places]).toEqual([1, 3, 0, 2])
    expect(['', 'a', 'aa', 'z'].map((each) => codes.placeOf(each))).toEqual([-0.5, 0, 0.5, 1.5])
  })

  it('are no more than two bytes can tell apart', () => {
    const codes = new TextCodes()
    for (let n = 0; n < 65_535; n += 1) codes.add(`${n}`)
    expect([codes.add('one more'), codes.add('7'), codes.find('one more')]).toEqual([undefined, 7, undefined])
  })
})
