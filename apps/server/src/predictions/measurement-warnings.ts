import { findDevice } from '@benchcast/core/hardware'
import type { Measurement } from '@benchcast/core/predict'
import type { AboutRequest } from './lookups.ts'

/** Throughput x latency may differ from the batch by this factor, for batches that overlap or wait, before something is wrong. */
const AGREES_WITHIN = 2

/** What is doubtful about a measurement, and what is made of it, in sentences. */
export const measurementWarnings = (measurement: Measurement, about: AboutRequest): readonly string[] => [
  ...deviceWarnings(measurement, about),
  ...speedWarnings(measurement),
  ...(about.whyNotRun === undefined ? [] : [`By what is known of it, it cannot run there: ${about.whyNotRun}. It is learned from all the same.`]),
]

function deviceWarnings({ device, platform }: Measurement, { found }: AboutRequest): readonly string[] {
  if (device === undefined) return []
  if (found === undefined) return [unknownDevice(device, platform)]
  return found.match === 'similar' ? [`'${device}' is not in the catalogue: it is taken for ${found.device.name}.`] : []
}

function unknownDevice(device: string, platform: Measurement['platform']): string {
  const found = findDevice(device, platform)
  const near = 'suggestions' in found ? found.suggestions.map(({ name }) => `'${name}'`) : []
  const advice = near.length === 0 ? 'docs/generated/hardware.md lists the devices' : `did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(near)}`
  return `No device for ${platform} is known as '${device}' (${advice}): the measurement is stored, but no prediction is looked up for it, and predictions learn nothing from it.`
}

function speedWarnings({ throughput, latencyMs, batchSize }: Measurement): readonly string[] {
  const zeros = [throughput === 0 ? ['throughput'] : [], latencyMs === 0 ? ['latency'] : []].flat()
  if (zeros.length > 0) return [`A ${zeros.join(' and a ')} of 0 is no speed: nothing is learned from it.`]
  if (throughput === undefined || latencyMs === undefined) return []
  const atOnce = (throughput * latencyMs) / 1000
  if (Math.abs(Math.log(atOnce / batchSize)) <= Math.log(AGREES_WITHIN)) return []
  return [
    `Throughput and latency contradict each other: throughput x latency is ${Number(atOnce.toPrecision(3))} samples at a time, the batch has ${batchSize}. Predictions believe the throughput and learn nothing from the latency, which is of a whole batch.`,
  ]
}
