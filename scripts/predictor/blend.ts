import { calibrated } from '../../packages/core/src/predict/calibration/calibrated-estimator.ts'
import { ReferenceIndex, transferGuess } from '../../packages/core/src/predict/transfer/index.ts'
import type { ThroughputEstimate, ThroughputEstimator, Workload } from '../../packages/core/src/predict/workload.ts'
import { hybridResiduals } from './hybrid.ts'
import { logRoofline, type Measured } from './measurements.ts'

/** Measurements of the model on other devices that are carried over. */
const REFERENCES = 8
/** Half of the word is the hybrid's, half that of the measurements carried over. */
const SHARE_OF_TRANSFER = 0.5

/** The hybrid and, where the model was measured on other devices, what those measurements say when carried over by the model's own split of time: averaged in logs. Gives log(throughput). */
export function blend(train: readonly Measured[], judged: readonly Measured[]): Float64Array {
  const index = new ReferenceIndex(train)
  const hybrid = hybridResiduals(train, judged)
  return Float64Array.from(judged, (row, place) => {
    const guess = transferGuess(row.facts, index.nearest(row.facts, REFERENCES))
    const residual = guess === undefined ? hybrid[place]! : hybrid[place]! + SHARE_OF_TRANSFER * (guess.residual - hybrid[place]!)
    return logRoofline(row) + residual
  })
}

const deviceOf = ({ facts: { workload } }: Measured): string => `${workload.platform} ${workload.device.id}`

/** The blend, and by device the mean of what it missed at the shots, shrunk as n / (n + 1). */
export function blendWithOffset(train: readonly Measured[], judged: readonly Measured[], shots: readonly Measured[]): Float64Array {
  const said = blend(train, [...judged, ...shots])
  const missing = shots.map((shot, place) => ({ device: deviceOf(shot), log: Math.log(shot.throughput) - said[judged.length + place]! }))
  const offsets = new Map([...Map.groupBy(missing, ({ device }) => device)].map(([device, own]) => [device, own.reduce((sum, { log }) => sum + log, 0) / (own.length + 1)]))
  return Float64Array.from(judged, (row, place) => said[place]! + (offsets.get(deviceOf(row)) ?? 0))
}

/** Half width of an interval, in logs. */
const USUAL_HALF_WIDTH = 0.4

/** The blend, corrected by a Gaussian process over what it missed at the shots. */
export function blendWithProcess(train: readonly Measured[], judged: readonly Measured[], shots: readonly Measured[]): Float64Array {
  const rows = [...judged, ...shots]
  const said = blend(train, rows)
  const logs = new Map(rows.map(({ facts: { workload } }, place) => [workload, said[place]!]))
  const estimate = (workload: Workload): ThroughputEstimate => {
    const [throughput, lower, upper] = [0, -USUAL_HALF_WIDTH, USUAL_HALF_WIDTH].map((shift) => Math.exp(logs.get(workload)! + shift)) as [number, number, number]
    return { throughput, lower, upper, level: 0.9, provenance: 'learned' }
  }
  const base: ThroughputEstimator = { version: 'blend', estimate: (workloads) => workloads.map(estimate), calibrate: (measurements) => calibrated(base, measurements) }
  const own = base.calibrate(shots.map(({ facts: { workload }, throughput }) => ({ workload, throughput })))
  return Float64Array.from(own.estimate(judged.map(({ facts: { workload } }) => workload)), ({ throughput }) => Math.log(throughput))
}
