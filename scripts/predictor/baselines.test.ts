import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../packages/core/src/hardware/index.ts'
import { factsOf } from '../../packages/core/src/predict/facts/facts.ts'
import { workload } from '../../packages/core/src/predict/prior/testing.ts'
import { residualOf } from '../../packages/core/src/predict/surface/atlas.ts'
import { BASELINES } from './baselines.ts'
import type { Measured } from './measurements.ts'

/** A world where time is arithmetic at a share of the FP32 peak. */
const measured = (name: string, size: number, share: number): Measured => {
  const device = findDevice(name).device as HardwareSpec
  const facts = factsOf(workload(device, size))
  const throughput = (share * device.operationsPerSecond.fp32!) / (2 * facts.macs)
  return { facts, rowId: `${name} ${size}`, throughput, residual: residualOf(facts, throughput), rankGroup: '', costKnown: true }
}
const on = (name: string, sizes: readonly number[], share = 0.2) => sizes.map((size) => measured(name, size, share))
const SIZES = [0, 1, 2, 3, 4, 5, 6, 7]
const train = ['NVIDIA GeForce RTX 3090', 'NVIDIA GeForce RTX 4090', 'NVIDIA A100 80GB SXM'].flatMap((name) => on(name, SIZES))
/** A device that is half as good at it as the others, and three measurements of it. */
const [judged, shots] = [on('NVIDIA GeForce RTX 3080', [1, 3, 5], 0.1), on('NVIDIA GeForce RTX 3080', [0, 2, 4], 0.1)]
const missed = (name: string) => {
  const said = BASELINES.find((baseline) => baseline.name === name)!.predict({ train, judged, shots })
  return judged.map(({ throughput }, place) => Math.log(throughput) - said[place]!)
}
const HALF = -Math.LN2

describe('baselines', () => {
  it('carry what other devices measured over to a new one, all of it missing what is the device’s own', () => {
    for (const miss of missed('blend: hybrid and transfer')) expect(Math.abs(miss - HALF)).toBeLessThan(0.35)
  })

  it('learn a device’s offset from n measurements, shrunk as n / (n + 1)', () => {
    const [blend, offset] = [missed('blend: hybrid and transfer'), missed('blend + offset')]
    const learnt = blend.map((miss, place) => miss - offset[place]!)
    for (const one of learnt) expect(one).toBeCloseTo(learnt[0]!, 12)
    expect(learnt[0]! / HALF).toBeGreaterThan(0.5)
    expect(learnt[0]! / HALF).toBeLessThan(1.1)
  })

  it('come closest with a process over what they missed', () => {
    const error = (name: string) => missed(name).reduce((sum, miss) => sum + Math.abs(miss), 0)
    expect(error('blend + Gaussian process')).toBeLessThan(error('blend + offset'))
    expect(error('blend + offset')).toBeLessThan(error('blend: hybrid and transfer'))
  })

  it('know where they need measurements of the new device', () => {
    expect(BASELINES.filter(({ usesShots }) => usesShots).map(({ name }) => name)).toEqual(['blend + offset', 'blend + Gaussian process'])
  })
})
