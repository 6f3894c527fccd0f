import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import { countArchitectures, shareForNewcomer, withNewcomerHeard } from './few-architectures.ts'
import { workload } from './testing.ts'

const device = findDevice('NVIDIA L40S').device as HardwareSpec
const facts = [1, 1, 2, 3].map((size) => factsOf(workload(device, size)))
const groups = facts.map(() => ['test|cuda|forward', 'test|cuda', 'cuda|forward', 'cuda', ''])

describe('few architectures of a data set', () => {
  it('are counted once each', () => {
    expect(countArchitectures(facts, groups)).toEqual({ 'test|cuda': 3 })
  })

  it('leave the newcomer a share, the less the more there are, and none in a data set nobody knows', () => {
    const counts = { 'test|cuda': 3, 'large|cuda': 597 }
    expect([groups[0]!, ['', 'large|cuda'], ['', 'other|cuda']].map((own) => shareForNewcomer(counts, own))).toEqual([0.5, 0.005, 0])
  })

  it('take it from all voices alike', () => {
    const shares = withNewcomerHeard([Float64Array.of(0.6, 0.6), Float64Array.of(0.3, 0.3), Float64Array.of(0.1, 0.1)], Float64Array.of(0.5, 0))
    expect(shares.map((own) => [...own])).toEqual([
      [0.3, 0.6],
      [0.15, 0.3],
      [expect.closeTo(0.55, 12), 0.1],
    ])
  })
})
