import { OPERATOR_NUMBERS } from '../../models/operators.ts'
import type { Facts } from '../facts/facts.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'
import { type Roofline, roofline } from '../roofline/roofline.ts'

/** A number about a workload that the residual learner reads. */
interface Feature {
  readonly name: string
  readonly of: (facts: Facts, limits: Roofline) => number
  /** True for a limit of the device alone. */
  readonly isDeviceLimit?: boolean
  /** True for what the architecture is made of, known of some. */
  readonly isOperatorNumber?: boolean
}

/** A word about a workload, coded by the words of the training data. */
interface Category {
  readonly name: string
  readonly of: (facts: Facts) => string | undefined
}

const log = (value: number | undefined): number => (value === undefined || value <= 0 ? Number.NaN : Math.log(value))
const truth = (value: boolean | undefined): number => (value === undefined ? Number.NaN : Number(value))

/** Costs, intensities, limits, sizes. All on log scales. */
export const FEATURES: readonly Feature[] = [
  { name: 'macs', of: ({ macs }) => log(macs) },
  { name: 'parameters', of: ({ parameters }) => log(parameters) },
  { name: 'activations', of: ({ activations, known }) => (known.activations ? log(activations) : Number.NaN) },
  { name: 'macs_per_parameter', of: ({ macs, parameters }) => log(macs / parameters) },
  { name: 'macs_per_activation', of: ({ macs, activations, known }) => (known.activations ? log(macs / activations) : Number.NaN) },
  { name: 'activations_per_parameter', of: ({ parameters, activations, known }) => (known.activations ? log(activations / parameters) : Number.NaN) },
  { name: 'weight_bytes', of: ({ weightBytes }) => log(weightBytes) },
  { name: 'weight_bytes_per_parameter', of: ({ weightBytes, parameters }) => log(weightBytes / parameters) },
  { name: 'macs_known', of: ({ known }) => truth(known.macs) },
  { name: 'input_size', of: ({ workload }) => log(workload.inputSize) },
  { name: 'output_length', of: ({ workload }) => log(workload.outputLength) },
  { name: 'batch_size', of: ({ workload }) => log(workload.batchSize) },
  { name: 'batch_per_device', of: ({ workload, busyDevices: devices }) => log(workload.batchSize && workload.batchSize / devices) },
  { name: 'items_per_pass', of: ({ itemsPerPass }) => log(itemsPerPass) },
  { name: 'macs_per_pass', of: ({ itemsPerPass, macs, busyDevices: devices }) => log((itemsPerPass * macs) / devices) },
  { name: 'activations_per_pass', of: ({ itemsPerPass, activations, busyDevices: devices }) => log((itemsPerPass * activations) / devices) },
  { name: 'layers', of: ({ knownLayers }) => log(knownLayers) },
  { name: 'macs_per_layer', of: ({ knownLayers, macs }) => log(knownLayers && macs / knownLayers) },
  { name: 'devices', of: ({ busyDevices: devices }) => log(devices) },
  { name: 'threads', of: ({ workload }) => log(workload.threads) },
  { name: 'threads_per_unit', of: ({ workload }) => log((workload.threads ?? Number.NaN) / (workload.device.computeUnits ?? Number.NaN)) },
  { name: 'compiled', of: ({ workload }) => truth(workload.compiled) },
  { name: 'autocast', of: ({ workload }) => truth(workload.autocast) },
  { name: 'training', of: ({ workload }) => Number(workload.mode === 'training') },
  { name: 'weight_bytes_of_format', of: ({ workload }) => numberFormat(workload.precision).weightBytes },
  { name: 'compute_seconds', of: (_, limits) => log(limits.computeSeconds) },
  { name: 'memory_seconds', of: (_, limits) => log(limits.memorySeconds) },
  { name: 'overhead_seconds', of: (_, limits) => log(limits.overheadSeconds) },
  { name: 'memory_per_compute', of: (_, limits) => log(limits.memorySeconds / limits.computeSeconds) },
  { name: 'overhead_per_work', of: (_, limits) => log(limits.overheadSeconds / Math.max(limits.computeSeconds, limits.memorySeconds)) },
  { name: 'pass_seconds', of: ({ itemsPerPass, busyDevices: devices }, limits) => log((itemsPerPass / devices) * Math.max(limits.computeSeconds, limits.memorySeconds)) },
  { name: 'roofline', of: (_, limits) => log(limits.itemsPerSecond) },
  { name: 'peak', isDeviceLimit: true, of: ({ workload }) => log(peakOperations(workload.device, numberFormat(workload.precision))) },
  { name: 'fp32_peak', isDeviceLimit: true, of: ({ workload }) => log(workload.device.operationsPerSecond.fp32) },
  { name: 'fp16_per_fp32', isDeviceLimit: true, of: ({ workload: { device } }) => log((device.operationsPerSecond.fp16 ?? Number.NaN) / (device.operationsPerSecond.fp32 ?? Number.NaN)) },
  { name: 'bandwidth', isDeviceLimit: true, of: ({ workload }) => log(workload.device.memoryBytesPerSecond) },
  { name: 'balance', isDeviceLimit: true, of: ({ workload }) => log(peakOperations(workload.device, numberFormat(workload.precision)) / workload.device.memoryBytesPerSecond) },
  { name: 'memory', isDeviceLimit: true, of: ({ workload }) => log(workload.device.memoryBytes) },
  { name: 'weights_per_memory', of: ({ workload, weightBytes, devices }) => log(weightBytes / devices / workload.device.memoryBytes) },
  { name: 'cache', isDeviceLimit: true, of: ({ workload }) => log(workload.device.cacheBytes) },
  { name: 'weights_per_cache', of: ({ workload, weightBytes }) => log(weightBytes / (workload.device.cacheBytes ?? Number.NaN)) },
  { name: 'units', isDeviceLimit: true, of: ({ workload }) => log(workload.device.computeUnits) },
  { name: 'clock', isDeviceLimit: true, of: ({ workload }) => log(workload.device.clockHz) },
  { name: 'power', isDeviceLimit: true, of: ({ workload }) => log(workload.device.powerWatts) },
  { name: 'peak_per_watt', isDeviceLimit: true, of: ({ workload }) => log(peakOperations(workload.device, numberFormat(workload.precision)) / (workload.device.powerWatts ?? Number.NaN)) },
  { name: 'release_year', isDeviceLimit: true, of: ({ workload }) => workload.device.releaseYear },
  { name: 'instruction_generation', isDeviceLimit: true, of: ({ workload }) => workload.device.instructionGeneration ?? Number.NaN },
  ...OPERATOR_NUMBERS.map((name, place): Feature => ({ name, isOperatorNumber: true, of: ({ operators }) => operators?.[place] ?? Number.NaN })),
]

/** Words; `device` only tells where the device is one of the training data's. */
export const CATEGORIES: readonly Category[] = [
  { name: 'platform', of: ({ workload }) => workload.platform },
  { name: 'source', of: ({ workload }) => workload.source },
  { name: 'framework', of: ({ framework }) => framework || undefined },
  { name: 'framework_version', of: ({ workload }) => workload.framework },
  { name: 'precision', of: ({ workload }) => workload.precision },
  { name: 'phase', of: ({ workload }) => workload.phase },
  { name: 'unit', of: ({ workload }) => workload.unit },
  { name: 'family', of: ({ family }) => family || undefined },
  { name: 'layout', of: ({ workload }) => workload.layout },
  { name: 'vendor', of: ({ workload }) => workload.device.vendor },
  { name: 'kind', of: ({ workload }) => workload.device.kind },
  { name: 'device', of: ({ workload }) => workload.device.name },
]

/** Values of all numeric features of a workload. */
export function numericFeatures(facts: Facts): number[] {
  const limits = roofline(facts)
  return FEATURES.map(({ of }) => of(facts, limits))
}

/** Words of each category, sorted; the place of a word is its code. */
export type Vocabulary = readonly (readonly string[])[]

export function vocabularyOf(facts: readonly Facts[]): Vocabulary {
  return CATEGORIES.map(({ of }) => [...new Set(facts.map(of).filter((word) => word !== undefined))].sort())
}

/** Codes of a workload's words; NaN for a missing or new word. */
export function categoryCodes(facts: Facts, lookup: readonly ReadonlyMap<string, number>[]): number[] {
  return CATEGORIES.map(({ of }, index) => lookup[index]?.get(of(facts) ?? '') ?? Number.NaN)
}

export function lookupOf(vocabulary: Vocabulary): ReadonlyMap<string, number>[] {
  return vocabulary.map((words) => new Map(words.map((word, code) => [word, code])))
}
