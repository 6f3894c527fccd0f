import { describe, expect, it } from 'vitest'
import { counted, fixed, formatInterval, formatP, formatValue, listed } from './format.ts'

describe('formatValue', () => {
  it('shows the digits that the interval supports', () => {
    expect(formatValue(0.96491, { lower: 0.9366, upper: 0.9808 })).toBe('0.965')
    expect(formatValue(0.96491, { lower: 0.95, upper: 0.9599 })).toBe('0.9649')
    expect(formatValue(3040.2, { lower: 2500, upper: 3700 })).toBe('3040')
  })

  it('shows three significant digits without an interval, or with one of no width', () => {
    expect([0.30312, 11.59, 8.7345, 0, 1234.5, 123456.7].map((v) => formatValue(v))).toEqual(['0.303', '11.6', '8.73', '0.000', '1235', '123,457'])
    expect(formatValue(1, { lower: 1, upper: 1 })).toBe('1.00')
  })

  it('carries the unit', () => {
    expect(formatValue(11.59, undefined, 'ms')).toBe('11.6 ms')
  })

  it('stays readable for the very large and the very small', () => {
    expect([1e300, -1e-300, 2.25e15].map((v) => fixed(v, 2))).toEqual(['1.00e+300', '−1.00e−300', '2.25e+15'])
    expect(fixed(-0.0001, 2)).toBe('0.00')
  })
})

describe('phrases of numbers', () => {
  it('write intervals, p-values, counts and lists as people do', () => {
    expect(formatInterval({ lower: -0.0141, upper: 0.0352 })).toBe('−0.014 to 0.035')
    expect([0.00004, 0.0123, 0.5, 1].map(formatP)).toEqual(['< 0.001', '0.012', '0.50', '1.00'])
    expect([counted(1, 'sample'), counted(12345, 'sample')]).toEqual(['1 sample', '12,345 samples'])
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c']), listed(['a', 'b', 'c', 'd'], 3)]).toEqual(['', 'a', 'a, b and c', 'a, b and 2 more'])
  })
})
