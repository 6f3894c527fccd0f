import type { Platform } from '../hardware/hardware.ts'

/** Number formats a measurement can be recorded with. */
export const RECORDED_PRECISIONS = ['fp32', 'fp16', 'bf16', 'int8', 'int4', 'fp8'] as const
export type RecordedPrecision = (typeof RECORDED_PRECISIONS)[number]

/**
 * What one latency spans:
 *
 * - `forward`: one forward pass of a batch; `train_step`: one training step of a batch. These are what Benchcast predicts.
 * - `prefill`, `decode_step`: the prompt's pass and one token's pass of a text generator; `generation`: a whole answer or image.
 * - `serving`: a request seen by a client of a loaded server; `offline`: many samples at once, in batches of the system's choice.
 * - `program`: a whole program or function, whatever it does.
 */
export type Workload = 'forward' | 'train_step' | 'prefill' | 'decode_step' | 'generation' | 'serving' | 'offline' | 'program'

const PREDICTED: readonly Workload[] = ['forward', 'train_step']

/** A distribution of durations, as far as the file tells it, in milliseconds. */
export interface LatencySummary {
  readonly samples?: number
  readonly meanMs?: number
  /** Of a sample: divided by n − 1, whatever the tool divides by. */
  readonly standardDeviationMs?: number
  readonly minMs?: number
  readonly p50Ms?: number
  readonly p90Ms?: number
  readonly p95Ms?: number
  readonly p99Ms?: number
  readonly p999Ms?: number
  readonly maxMs?: number
}

/** What a text generator did. */
export interface TokenFigures {
  readonly outputTokensPerSecond?: number
  readonly totalTokensPerSecond?: number
  readonly meanInputTokens?: number
  readonly meanOutputTokens?: number
  readonly timeToFirstToken?: LatencySummary
  readonly timePerOutputToken?: LatencySummary
  readonly interTokenLatency?: LatencySummary
}

/** How the requests of a serving run ended. */
export interface RequestCounts {
  readonly completed?: number
  readonly failed?: number
  readonly cancelled?: number
}

export interface Bounds {
  readonly lower?: number
  readonly upper?: number
}

/** A figure that {@link ImportedMeasurement.bounds} can belong to. */
export type Figure = 'throughputSamplesPerSecond' | 'latencyMs' | 'memoryMb'

/** What was measured: the part of a measurement that a caller can supply where a file leaves it out. */
export interface Configuration {
  readonly modelName?: string
  readonly hardwarePlatform?: Platform
  /** As the tool writes it: `Tesla T4`. */
  readonly device?: string
  /** Runtime and version: `pytorch-2.4.0`. */
  readonly framework?: string
  readonly batchSize?: number
  /** Tokens. */
  readonly sequenceLength?: number
  readonly precision?: RecordedPrecision
  readonly mode?: 'inference' | 'training'
}

/** One measurement out of another tool's file. Whatever the file does not say is absent. */
export interface ImportedMeasurement extends Configuration {
  /** What the file calls it: `forward`, `test_encode[8]`. */
  readonly name: string
  readonly workload: Workload
  /** Samples (images, sequences, requests) per second. */
  readonly throughputSamplesPerSecond?: number
  /** Median of the latencies where the file tells it, else their mean; `latency` has both. */
  readonly latencyMs?: number
  /** Peak, in units of 2^20 bytes. */
  readonly memoryMb?: number
  /** Figures that follow from others of this measurement by definition and do not stand in the file. */
  readonly derived?: readonly Figure[]
  readonly bounds?: Readonly<Partial<Record<Figure, Bounds>>>
  readonly latency?: LatencySummary
  /** Every latency, in the order measured. */
  readonly samplesMs?: readonly number[]
  readonly tokens?: TokenFigures
  readonly requests?: RequestCounts
  /** Requests in flight at a time. */
  readonly concurrency?: number
  /** The number format in the tool's words, where it is none of ours: `w8a16`. */
  readonly reportedPrecision?: string
  /** False when the tool or its counts say that the run must not be relied on; `problems` says why. */
  readonly valid: boolean
  readonly problems: readonly string[]
  /** Whatever else is worth keeping, by the tool's names. */
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/**
 * Whether a prediction of the same configuration can be compared with it: a valid forward pass or training step in one of our number formats.
 *
 * @example
 * importFile(bytes, 'mlperf_log_summary.txt', { defaults }).measurements.filter(isComparable)
 */
export const isComparable = ({ valid, workload, reportedPrecision, latencyMs, throughputSamplesPerSecond }: ImportedMeasurement): boolean =>
  valid && PREDICTED.includes(workload) && reportedPrecision === undefined && (latencyMs !== undefined || throughputSamplesPerSecond !== undefined)
