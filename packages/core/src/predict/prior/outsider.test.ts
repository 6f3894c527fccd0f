import { describe, expect, it } from 'vitest'
import { findDevice, type HardwareSpec } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import { type Reference, residualOf } from '../surface/atlas.ts'
import type { Workload } from '../workload.ts'
import { workload } from './testing.ts'
import { trainPrior } from './train-prior.ts'

const deviceOf = (name: string) => findDevice(name).device as HardwareSpec
const DEVICES = [
  'NVIDIA GeForce RTX 3090',
  'NVIDIA GeForce RTX 4090',
  'NVIDIA A100 80GB SXM',
  'NVIDIA H100 80GB SXM',
  'NVIDIA L40S',
  'NVIDIA RTX A6000',
  'NVIDIA T4',
  'NVIDIA V100 16GB SXM',
  'NVIDIA RTX A5000',
].map(deviceOf)

/** Time is arithmetic, as devices' limits tell. */
const bound = ({ device, macs = 1 }: Workload) => (0.2 * (device.operationsPerSecond.fp32 ?? 1)) / (2 * macs)
/** The host holds everything up: every device is as fast. */
const held = ({ macs = 1 }: Workload) => 1e12 / macs

/** Twelve networks of a data set on the first devices. */
const dataSet = (source: string, devices: number, truth: (workload: Workload) => number): Reference[] =>
  DEVICES.slice(0, devices).flatMap((device) =>
    Array.from({ length: 12 }, (_, size) => {
      const item = workload(device, size, { source, architectureKey: `${source} ${size}` })
      const facts = factsOf(item)
      return { facts, residual: residualOf(facts, truth(item)) }
    }),
  )

const believed = (references: readonly Reference[]) => trainPrior('test', references, ['known-model']).tiers['known-model']!.outsider!.belief

describe('an outsider on new devices', () => {
  const belief = believed([...dataSet('bound', 9, bound), ...dataSet('held', 9, held), ...dataSet('few', 2, held)])

  it('is believed where devices do not differ as their limits say', () => {
    expect(belief['held|cuda']).toBeGreaterThan(0)
  })
  it('is believed less where measurements carried over are right', () => {
    expect(belief['bound|cuda']!).toBeLessThan(belief['held|cuda']!)
  })
  it('is not believed where fewer than three devices can show it', () => {
    expect(Object.keys(belief).filter((name) => name.startsWith('few'))).toEqual([])
  })
  it('is never believed alone, and by data set only', () => {
    expect(Math.max(...Object.values(belief))).toBeLessThanOrEqual(0.6)
    expect(Object.keys(belief).sort()).toEqual(['bound|cuda', 'bound|cuda|forward', 'held|cuda', 'held|cuda|forward'])
  })
})
