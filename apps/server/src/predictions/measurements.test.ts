import { describe, expect, it } from 'vitest'
import { measurement } from '../storage/testing/predictive-writes.ts'
import { measurementOf } from './measurements.ts'

describe('A stored measurement', () => {
  it('teaches its figures, but none that no machine can have', () => {
    expect(measurementOf(measurement(1))).toMatchObject({ throughput: 123.45, latencyMs: 7.89, memoryMb: 1024.5 })
    const odd = measurementOf(measurement(1, { throughput: 1e300, latency: 1e-300, memory_usage: 1e12 }))
    expect(Object.keys(odd).filter((name) => ['throughput', 'latencyMs', 'memoryMb'].includes(name))).toEqual([])
  })
})
