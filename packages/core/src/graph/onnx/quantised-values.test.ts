import { describe, expect, it } from 'vitest'
import type { Tensor } from '../graph.ts'
import { QuantisedWeights } from './quantised-values.ts'

const weight: Tensor = { name: 'w', type: 'float32', shape: [32, 2], role: 'weight' }
const values = Float32Array.from({ length: 64 }, (_, index) => Math.sin(index))
const scalesOf = (bytes: Uint8Array) => [...new Float32Array(bytes.slice().buffer)]
const largest = (of: readonly number[]) => Math.fround(Math.max(...of.map(Math.abs)))
const column = (n: number) => [...values].filter((_, index) => index % 2 === n)

describe('The parts of a quantised weight', () => {
  it('are integers times a scale that come back to within half a step', () => {
    const weights = new QuantisedWeights()
    const integers = new Int8Array(weights.bytesOf({ from: weight, part: 'int8' }, () => values).buffer)
    const [scale] = scalesOf(weights.bytesOf({ from: weight, part: 'int8_scale' }, () => values)) as [number]
    expect(scale).toBeCloseTo(largest([...values]) / 127, 9)
    for (const [index, value] of values.entries()) expect(Math.abs(integers[index]! * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-7)
  })

  it('in four bits have a scale for each block of a column', () => {
    const weights = new QuantisedWeights()
    const packed = weights.bytesOf({ from: weight, part: 'int4' }, () => values)
    const scales = scalesOf(weights.bytesOf({ from: weight, part: 'int4_scales' }, () => values))
    for (const n of [0, 1]) {
      expect(scales[n]).toBeCloseTo(largest(column(n)) / 7, 6)
      for (const [k, value] of column(n).entries()) {
        const byte = packed[n * 16 + (k >> 1)]!
        const nibble = (k % 2 === 0 ? byte & 15 : byte >> 4) - 8
        expect(Math.abs(nibble * scales[n]! - value)).toBeLessThanOrEqual(scales[n]! / 2 + 1e-6)
      }
    }
  })

  it.each(['int8', 'int4'] as const)('%s share one working out of scales, whichever is asked for first, and nothing is kept once both are written', (part) => {
    const scalePart = part === 'int8' ? 'int8_scale' : 'int4_scales'
    const weights = new QuantisedWeights()
    let made = 0
    const make = () => {
      made += 1
      return values
    }
    const [integers, scales] = [weights.bytesOf({ from: weight, part }, make), weights.bytesOf({ from: weight, part: scalePart }, make)]
    expect(made).toBe(1)
    // Scales first: the integers are then rounded by these, not by scales of what is handed over now.
    expect(weights.bytesOf({ from: weight, part: scalePart }, make)).toEqual(scales)
    const halved = weights.bytesOf({ from: weight, part }, () => values.map((value) => value / 2))
    expect(halved).not.toEqual(integers)
    expect(weights.bytesOf({ from: weight, part }, make)).toEqual(integers)
  })
})
