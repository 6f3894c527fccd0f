import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesPresent, countOnes } from './index.ts'

const total = (values: Uint8Array) => values.reduce((a, b) => a + b, 0)
const bits = (length: number) => fc.uint8Array({ min: 0, max: 1, minLength: length, maxLength: length })
const pairs = fc.nat(40).chain((length) => fc.tuple(bits(length), bits(length)))

describe('countOnes', () => {
  it('counts as a row by row count does, whatever the length and the offset in memory', () => {
    fc.assert(
      fc.property(pairs, fc.nat(5), ([a, b], skipped) => {
        const [x, y] = [a.subarray(skipped), b.subarray(skipped)]
        expect(countOnes(x, y)).toEqual({ ones: total(x), otherOnes: total(y), bothOnes: total(x.map((value, i) => value & y[i]!)) })
      }),
    )
  })

  it('does not overflow where all rows are ones', () => {
    const ones = new Uint8Array(10_003).fill(1)
    expect(countOnes(ones, ones)).toEqual({ ones: 10_003, otherOnes: 10_003, bothOnes: 10_003 })
  })
})

it('bytesPresent lists the different values, whatever they are', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ max: 1 }), fc.uint8Array()), fc.nat(5), (values, skipped) => {
      const column = values.subarray(skipped)
      expect(bytesPresent(column)).toEqual([...new Set(column)].sort((a, b) => a - b))
    }),
  )
})
