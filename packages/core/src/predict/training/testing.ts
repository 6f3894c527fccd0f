import type { HardwareSpec } from '../../hardware/hardware.ts'
import { createRandom } from '../../stats/index.ts'
import { factsOf } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import type { MeasuredWorkload, ThroughputEstimator, Workload } from '../workload.ts'

const deviceOf = (id: string, speed: number): HardwareSpec => ({
  id,
  name: id,
  kind: 'gpu',
  vendor: 'Any',
  architecture: 'any',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: speed * 1e13, fp16: speed * 4e13 },
  memoryBytesPerSecond: speed * 5e11,
  memoryBytes: 2.4e10,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'made up for tests',
})

const DEVICES = [deviceOf('small', 1), deviceOf('middle', 2.5), deviceOf('large', 6)]

/** The roofline of a workload, items per second. */
export const ceiling = (workload: Workload): number => roofline(factsOf(workload)).itemsPerSecond

/** A prior that says the roofline, give or take a factor of 2, and learns nothing from `calibrate`. */
export function rooflinePrior(version = 'roofline-1'): ThroughputEstimator {
  const prior: ThroughputEstimator = {
    version,
    estimate: (workloads, level = 0.9) =>
      workloads.map((workload) => {
        const throughput = ceiling(workload)
        return { throughput, lower: throughput / 2, upper: throughput * 2, level, provenance: 'learned' }
      }),
    calibrate: () => prior,
  }
  return prior
}

/** A made-up world: `models` models on three devices at `batches` batch sizes. */
export function workloads(models: number, batches: number): readonly Workload[] {
  return Array.from({ length: models * DEVICES.length * batches }, (_, i) => {
    const model = i % models
    const macs = 1e8 * 1.6 ** model
    return {
      platform: 'cuda',
      device: DEVICES[Math.floor(i / models) % DEVICES.length]!,
      framework: 'pytorch-2.4',
      precision: model % 3 === 0 ? 'fp32' : 'fp16',
      mode: 'inference',
      phase: 'forward',
      unit: 'sample',
      batchSize: 4 ** Math.floor(i / models / DEVICES.length),
      inputSize: 224,
      modelName: `model${model}`,
      modelFamily: 'resnet',
      parameters: macs / 160,
      macs,
      source: 'test',
    }
  })
}

/** Measures workloads: the roofline times e^effect, with log-normal noise of that standard deviation (a sum of uniform numbers). */
export function measure(all: readonly Workload[], effect: (workload: Workload) => number, noise: number, seed = 1): readonly MeasuredWorkload[] {
  const { next } = createRandom(seed)
  const normal = () => Array.from({ length: 12 }, next).reduce((a, b) => a + b) - 6
  return all.map((workload) => ({ workload, throughput: ceiling(workload) * Math.exp(effect(workload) + noise * normal()) }))
}
