import type { HardwareSpec, Platform } from '../hardware/hardware.ts'
import type { Attribution } from './attribution.ts'
import type { Provenance } from './workload.ts'

/** What a person asks: this model, on this platform, at this size. Defaults are the wire contract's. */
export interface PredictionRequest {
  readonly modelName: string
  /** Free text: `embedding`, `vision`, `text_generation`. Inferred from the model when absent. */
  readonly modelFamily?: string
  /** A Hugging Face `config.json`, when the caller has one: better than guessing from the name. */
  readonly modelConfig?: Readonly<Record<string, unknown>>
  /** Parameters and forward FLOPs of one item, when that is all the caller knows. */
  readonly parameters?: number
  readonly flops?: number
  readonly platform: Platform
  /** Id, name or alias of a device; without one the platform's usual device is assumed and the answer says so. */
  readonly device?: string
  /** Runtime and version (`pytorch-2.4`); the platform's usual one when absent. */
  readonly framework?: string
  readonly batchSize: number
  readonly sequenceLength: number
  readonly imageSize?: number
  readonly mode: 'inference' | 'training'
  /** Of a language model: reading `sequenceLength` tokens at once (the default), or a step that makes one token after so many. Others have no phases. */
  readonly phase?: 'prefill' | 'decode'
  readonly precision: string
  /** True when nobody stated the precision and the name of the model told it. */
  readonly precisionFromName?: boolean
  /** Ask for the attribution of the throughput, which takes some milliseconds. */
  readonly explain?: boolean
}

/** A predicted number and its central interval at the prediction's level. */
export interface Quantity {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** What limits the speed: arithmetic, memory traffic, or starting kernels. */
export type Bound = 'compute' | 'memory' | 'overhead'

/** A measurement like the one asked for, shown beside the prediction so that a reader can judge it. */
export interface NearestMeasurement {
  readonly modelName: string
  readonly device: string
  /** How many of the device ran it together, where known. */
  readonly devices?: number
  /** Where known. */
  readonly precision?: string
  /** Over all devices, where known. */
  readonly batchSize?: number
  /** `forward`, `prefill`, `decode`, `decode-serving` ... */
  readonly phase: string
  /** Tokens of a sequence, or pixels of one side of an image, where known. */
  readonly inputSize?: number
  /** Items of `unit` per second over all devices. */
  readonly throughput: number
  /** `sample`, or `token`: of a measurement in the phase that was asked about samples are counted as in the question, of one in another phase what was measured. */
  readonly unit: string
  /** 0 for the same configuration; grows with the difference of model, device and size (log scale). */
  readonly distance: number
  readonly source: string
}

/** An answer with numbers. Throughput x latency = batch for synchronous inference. */
export interface Prediction {
  readonly supported: true
  readonly request: PredictionRequest
  readonly device: HardwareSpec
  /** True when the request named no device. */
  readonly deviceAssumed: boolean
  readonly modelFamily: string
  readonly parameters: number
  /** How the model was found: `exact` in the catalogue, from its `config`, from given `costs`, by `family` and size in the name, or `default`. */
  readonly modelSource: 'exact' | 'config' | 'costs' | 'family' | 'default'
  /** Items per second; the item is a sample, or a token for generation. */
  readonly throughput: Quantity
  /**
   * Items per second that the device cannot exceed by its published limits, and at which the throughput was cut off; twice as much where it was corrected by measurements of the
   * caller; absent where the costs were guessed from a name, and where it was measured.
   */
  readonly limitThroughput?: number
  /** Milliseconds of one batch, the median. */
  readonly latencyMs: Quantity
  /** Peak megabytes (2^20 bytes). */
  readonly memoryMb: Quantity
  readonly powerWatts?: Quantity
  /** Share of cases whose truth lies inside the intervals: 0.9. */
  readonly level: number
  readonly provenance: Provenance
  readonly bound: Bound
  readonly explanation: string
  /** Of the throughput, in samples per second; there when it was asked for. */
  readonly attribution?: Attribution
  readonly nearestMeasurements: readonly NearestMeasurement[]
  readonly warnings: readonly string[]
}

/** An answer without numbers: the model cannot run there, and why. */
export interface Unsupported {
  readonly supported: false
  readonly request: PredictionRequest
  readonly device: HardwareSpec
  /** The end of a sentence. */
  readonly reason: string
  /** What the model was taken for, as in a {@link Prediction}; absent where it can't be told. */
  readonly modelFamily?: string
  readonly modelSource?: Prediction['modelSource']
  /** What was assumed of a model that is not known by itself, in a sentence or two. */
  readonly assumption?: string
}

/** A caller's own measurement, in the words of the wire. */
export interface Measurement extends PredictionRequest {
  readonly throughput?: number
  readonly latencyMs?: number
  readonly memoryMb?: number
  readonly source: string
}

/** Predicts speed, memory and power. Pure: `calibrate` gives another predictor that has learnt from the caller's measurements. */
export interface Predictor {
  readonly version: string
  predict(requests: readonly PredictionRequest[]): readonly (Prediction | Unsupported)[]
  calibrate(measurements: readonly Measurement[]): Predictor
}
