import { describe, expect, it } from 'vitest'
import { readBundle, writeBundle } from './bundle.ts'

describe('a bundle', () => {
  const value = {
    name: 'Łódź',
    list: [Float64Array.of(0.1, 1e300), { small: Int32Array.of(1, 200), wide: Int32Array.of(-1, 70_000) }],
    float: Float64Array.of(0.5, Number.NaN),
    bytes: Uint8Array.of(1, 2, 3),
    none: new Float32Array(0),
  }

  it('gives back what was written, array types included', () => {
    expect(readBundle(writeBundle(value))).toEqual(value)
  })

  it('is the same bytes for the same value', () => {
    expect(writeBundle(value)).toEqual(writeBundle(structuredClone(value)))
  })

  it('refuses other bytes and files that end early', () => {
    expect(() => readBundle(Uint8Array.of(1, 2, 3))).toThrow('not a file of this program')
    expect(() => readBundle(writeBundle(value).slice(0, -8))).toThrow('end at byte')
  })
})
