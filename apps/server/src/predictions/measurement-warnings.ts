import { ENDPOINTS } from '@benchcast/core/api'
import { findDevice } from '@benchcast/core/hardware'
import { type BeyondBound, beyondBounds, type Measurement, type Prediction, type Quantity, type RequestedDevice, type Unsupported } from '@benchcast/core/predict'
import { figureText, LIMITS, numberText } from './figure-text.ts'
import type { AboutRequest } from './lookups.ts'

/** Throughput x latency may differ from the batch by this factor, for batches that overlap or wait, before something is wrong. */
const AGREES_WITHIN = 2

/** A figure this many times as large or small as predicted, and outside the interval, is worth a look. */
const SURPRISING = 4

/** What a key needs to delete a measurement. */
const DELETES = ENDPOINTS.measurementsDatabaseDeleteOne.scope

/** What measurements are judged by. */
interface Judge {
  readonly about: AboutRequest
  /** What would be predicted from everything known before; undefined when nothing can be. */
  readonly expected: Prediction | Unsupported | undefined
  readonly measurementId: string
}

const beyondOf = (measurement: Measurement, { found, bounds }: AboutRequest): readonly BeyondBound[] => (found === undefined || bounds === undefined ? [] : beyondBounds(measurement, bounds))

/** Names of the figures that are beyond what is possible by so much that nothing is learned from them. */
export const ignoredFigures = (measurement: Measurement, about: AboutRequest): ReadonlySet<string> =>
  new Set(beyondOf(measurement, about).flatMap(({ figure, isIgnored }) => (isIgnored ? [figure] : [])))

/** What is doubtful about a measurement, and what is made of it, in sentences. */
export function measurementWarnings(measurement: Measurement, { about, expected, measurementId }: Judge): readonly string[] {
  const beyond = beyondOf(measurement, about)
  const impossible = new Set(beyond.map(({ figure }) => figure))
  const doubts = [
    ...beyond.map((each) => beyondWarning(each, about.found!)),
    ...(expected?.supported === true ? surprises(measurement, expected).filter(({ figure }) => !impossible.has(figure)) : []).map(({ sentence }) => sentence),
  ]
  return [
    ...deviceWarnings(measurement, about),
    ...figureWarnings(measurement),
    ...(about.whyNotRun === undefined
      ? []
      : [`By what is known of it, it cannot run there: ${about.whyNotRun}. ${beyond.some(({ isIgnored }) => isIgnored) ? 'It is stored all the same.' : 'It is learned from all the same.'}`]),
    ...doubts,
    ...(doubts.length === 0 ? [] : [`If it is a slip, take it back and record it anew: DELETE /api/db/predictive-performance/measurements/${measurementId} (with a key of scope ${DELETES})`]),
  ]
}

function beyondWarning({ figure, value, bound, isTooSmall, isIgnored }: BeyondBound, { device: { name: device }, match }: RequestedDevice): string {
  const isLight = figure === 'memory_usage' && isTooSmall
  const why = isLight ? `the weights alone take ${figureText(figure, bound)} at four bits each` : LIMITS[figure](device, figureText(figure, bound))
  // The weights are as large on every device.
  const [where, remedy] = match === 'assumed' && !isLight ? [` of ${device}, which is assumed`, ': name the device'] : ['', '']
  return `${figure} ${figureText(figure, value)} cannot be${where}: ${why}${remedy}. ${isIgnored ? 'Nothing is learned from it.' : 'It is learned from all the same.'}`
}

/** Figures that are far from what was to be expected. Of throughput and latency that say the same, the throughput is named. */
function surprises(measurement: Measurement, { throughput, latencyMs, memoryMb, level }: Prediction): readonly { readonly figure: BeyondBound['figure']; readonly sentence: string }[] {
  const speed = (measurement.throughput ?? 0) > 0 ? ([['throughput', measurement.throughput, throughput]] as const) : ([['latency', measurement.latencyMs, latencyMs]] as const)
  const figures: readonly (readonly [BeyondBound['figure'], number | undefined, Quantity])[] = [...speed, ['memory_usage', measurement.memoryMb, memoryMb]]
  return figures.flatMap(([figure, value = 0, quantity]) => {
    if (value === 0 || !isSurprising(value, quantity)) return []
    const interval = `${numberText(quantity.lower)} to ${numberText(quantity.upper)}`
    return [
      {
        figure,
        sentence: `${figure} ${figureText(figure, value)} is far from the ${figureText(figure, quantity.value)} predicted from all that was known before (${100 * level} % interval ${interval}).`,
      },
    ]
  })
}

const isSurprising = (value: number, { value: predicted, lower, upper }: Quantity): boolean => (value < lower || value > upper) && Math.abs(Math.log(value / predicted)) > Math.log(SURPRISING)

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

function figureWarnings({ throughput, latencyMs, memoryMb, batchSize }: Measurement): readonly string[] {
  const noMemory = memoryMb === 0 ? ['A memory_usage of 0 is no memory: nothing is learned from it.'] : []
  const zeros = [throughput === 0 ? ['throughput'] : [], latencyMs === 0 ? ['latency'] : []].flat()
  if (zeros.length > 0) return [`A ${zeros.join(' and a ')} of 0 is no speed: nothing is learned from it.`, ...noMemory]
  if (throughput === undefined || latencyMs === undefined) return noMemory
  const atOnce = (throughput * latencyMs) / 1000
  if (Math.abs(Math.log(atOnce / batchSize)) <= Math.log(AGREES_WITHIN)) return noMemory
  return [
    `Throughput and latency contradict each other: throughput x latency is ${Number(atOnce.toPrecision(3))} samples at a time, the batch has ${batchSize}. Predictions believe the throughput and learn nothing from the latency, which is of a whole batch.`,
    ...noMemory,
  ]
}
