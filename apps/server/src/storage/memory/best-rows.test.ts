import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BestRows } from './best-rows.ts'
import { Selection } from './selection.ts'

describe('The best rows', () => {
  it('are those that sorting all of them puts first: unknown values last, of equal ones the newest first', () => {
    const keys = fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN), fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(keys, fc.nat(70), fc.boolean(), (values, most, isAscending) => {
        const best = new BestRows(most, isAscending)
        const half = values.length >> 1
        // Two pieces, of which the newer is looked through first where the largest come first.
        for (const [from, to] of isAscending
          ? ([
              [0, half],
              [half, values.length],
            ] as const)
          : ([
              [half, values.length],
              [0, half],
            ] as const)) {
          const rows = new Selection()
          rows.takeAll(to - from)
          best.offer({ keys: Float64Array.from(values.slice(from, to)), rows, start: from, isAfter: undefined })
        }
        const known = [...values.keys()].filter((row) => !Number.isNaN(values[row]))
        const sorted = known.sort((a, b) => (isAscending ? values[a]! - values[b]! : values[b]! - values[a]!) || b - a)
        const unknown = [...values.keys()].filter((row) => Number.isNaN(values[row])).reverse()
        expect(best.inOrder()).toEqual([...sorted, ...unknown].slice(0, most))
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})
