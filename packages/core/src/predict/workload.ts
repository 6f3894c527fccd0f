import type { HardwareSpec, Platform } from '../hardware/hardware.ts'
import type { Attribution } from './attribution.ts'

/**
 * One configuration whose speed is asked for: a model at a size, on a device, in a runtime. It is what a row of a measurement table says without its measured columns;
 * a fact that is not known is left out.
 */
export interface Workload {
  readonly platform: Platform
  readonly device: HardwareSpec
  /** Runtime and version: `pytorch-2.4`, `onnxruntime`, `vllm-0.6`. */
  readonly framework?: string
  /** `fp32`, `fp16`, `bf16`, `int8`, `fp8`, `fp4`, `int4`, `w8a16` ... */
  readonly precision?: string
  readonly mode: 'inference' | 'training'
  /** `forward`, `train_step`, `prefill`, `decode`, `decode-serving`, `mlperf-offline` ... */
  readonly phase: string
  /** What one item is: a sample (image, sequence, request) or a token. */
  readonly unit: string
  /** Samples (or concurrent requests) over all devices. */
  readonly batchSize?: number
  /** Tokens of a sequence, or pixels of one side of an image. */
  readonly inputSize?: number
  /** Generated tokens. */
  readonly outputLength?: number
  readonly modelName: string
  /** The name a measurement came with, where `modelName` is the catalogue's for it. */
  readonly calledAs?: string
  /** Set where no word of the name was understood: it identifies the model, and its spelling says nothing of it. */
  readonly nameSaysNothing?: true
  /** Size of a model whose configuration or costs the caller gave: others may have its name. */
  readonly modelGiven?: string
  readonly modelFamily?: string
  /** The architecture, the same over sources: `bert_base`. */
  readonly architectureKey?: string
  /** Parameters, in all (every expert of a mixture). */
  readonly parameters?: number
  /** Forward multiply-accumulates of one item. */
  readonly macs?: number
  /** Activations written in one forward pass of one item. */
  readonly activations?: number
  /** Bytes of the weights as stored. */
  readonly weightBytes?: number
  readonly layers?: number
  readonly devices?: number
  readonly threads?: number
  readonly compiled?: boolean
  readonly autocast?: boolean
  /** `nchw`, `nhwc`; parallel layout; cores used: what the source says about how it ran. */
  readonly layout?: string
  /** Data set a measurement comes from, or `api` for a caller's own. */
  readonly source?: string
}

/** A workload with its measured speed. */
export interface MeasuredWorkload {
  readonly workload: Workload
  /** Items per second over all devices. */
  readonly throughput: number
  /** Standard deviation of its natural logarithm, where the measurement itself gives reason to doubt it. */
  readonly spread?: number
}

/** How a number came about, best first. */
export const PROVENANCES = ['measured', 'calibrated', 'learned', 'analytic'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** What one source alone would say of a workload, where an estimate was made of several. */
export interface Opinion {
  /** The nearest measurement of the model on another device; what was measured of all models on one near device, or on the nearest few together. */
  readonly kind: 'nearest-measurement' | 'near-device' | 'near-devices'
  /** Id of the near device; else empty. */
  readonly by: string
  /** log(what it says / the estimate). */
  readonly difference: number
}

/** Items per second with a central interval: the truth lies in [lower, upper] in `level` of all cases. */
export interface ThroughputEstimate {
  readonly throughput: number
  readonly lower: number
  readonly upper: number
  readonly level: number
  readonly provenance: Provenance
  /** True when neither the model nor the device was measured: the model's part of the error is one that measurements of others cannot tell. */
  readonly isNewModel?: boolean
  /** True when the device was measured with other models: what is off is off with the model rather than with the device. */
  readonly isKnownDevice?: boolean
  /** Sources that the estimate was made of, on a device that was not measured: measurements there show which of them to believe. */
  readonly opinions?: readonly Opinion[]
}

/** A measured workload near to the one asked for. */
export interface NearWorkload extends MeasuredWorkload {
  /** 0 for the same configuration; grows with the difference of model, device and size (log scale). */
  readonly distance: number
}

/**
 * Estimates throughput. Made from the shipped prior weights; `calibrate` gives a new estimator that also knows the caller's measurements, at once and without retraining.
 *
 * @example
 * const own = prior.calibrate(measurements)
 * own.estimate([workload], 0.9)[0] // { throughput: 812, lower: 690, upper: 940, level: 0.9, provenance: 'calibrated' }
 */
export interface ThroughputEstimator {
  readonly version: string
  /** One estimate a workload, in order. Many at once are cheaper than one by one. */
  estimate(workloads: readonly Workload[], level?: number): readonly ThroughputEstimate[]
  calibrate(measurements: readonly MeasuredWorkload[]): ThroughputEstimator
  /** Works out, piece by piece, what the first questions would else have to wait for: a few milliseconds each time the iterator is asked. */
  preparations?(): Iterable<void>
  /** The nearest measurements it knows, nearest first: the shipped ones and the caller's. */
  nearest?(workload: Workload, count: number): readonly NearWorkload[]
  /** What each feature did to the estimate of a workload. Takes some milliseconds. */
  explain?(workload: Workload): Attribution
  /** The workload as measurements of its device describe it: runtime and version, compilation, layout filled in, the model in their words. Undefined when nobody measured there. */
  asMeasured?(workload: Workload): Workload | undefined
  /** Words of the shipped measurements by what they are about: `framework`, `phase`, `layout` ... */
  words?(): Readonly<Record<string, readonly string[]>>
}
