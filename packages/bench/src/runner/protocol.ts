import type { ErrorCode } from '@benchcast/core/errors'
import type { OnnxHeader, SampleInput } from '@benchcast/core/graph/onnx'
import type { BrowserFacts } from '../browser/wire.ts'
import type { EnergyReading } from '../machine/rapl.ts'
import type { Method } from '../measure/method.ts'
import type { ProviderAnswer } from './providers.ts'

/** What a child process is asked to do with one model. */
export interface MeasureJob {
  readonly kind: 'measure'
  readonly modelPath: string
  readonly inputs: readonly SampleInput[]
  /** Execution providers, best first, by ONNX Runtime's names. */
  readonly providers: readonly string[]
  /** Threads of one operator; the runtime's default when absent. */
  readonly threads?: number
  readonly method: Method
  /** Of random arrivals. */
  readonly seed: number
}

/** Runs a model on given inputs, once each, and gives the results back. */
export interface RunJob {
  readonly kind: 'run'
  readonly modelPath: string
  readonly feeds: readonly (readonly SampleInput[])[]
  readonly providers: readonly string[]
  readonly threads?: number
}

/** Runs a model on the same inputs again and again and watches the memory. */
export interface SoakJob {
  readonly kind: 'soak'
  readonly modelPath: string
  readonly inputs: readonly SampleInput[]
  readonly providers: readonly string[]
  readonly runs: number
}

/** Asks which execution providers can be used. */
export interface AskJob {
  readonly kind: 'ask'
  readonly providers: readonly string[]
}

/** Reads what a model file says of itself, without running it. */
export interface InspectJob {
  readonly kind: 'inspect'
  readonly modelPath: string
}

export type ChildJob = MeasureJob | RunJob | SoakJob | AskJob | InspectJob

/** A result of a run. */
export interface OutputTensor {
  readonly name: string
  readonly type: string
  readonly shape: readonly number[]
  readonly bytes: Uint8Array
}

/** What a measurement tells when it ends. Times in seconds, memory in bytes. */
export interface RawMeasurement {
  readonly loadSeconds: number
  readonly firstRunSeconds: number
  readonly warmUpSamples: Float64Array
  /** Latency of each query, in order of time; of the server scenario from arrival to answer. */
  readonly samples: Float64Array
  /** From the start of the first measured query to the end of the last. */
  readonly windowSeconds: number
  readonly isPrecise: boolean
  /** Resident before the model was loaded, after, and the most there ever was: of the process of the run, or of the browser. Absent where only a browser's page was seen. */
  readonly memory?: { readonly before: number; readonly loaded: number; readonly peak: number }
  /** Processor time of the run during the window, in cores. Absent as memory is. */
  readonly usedCores?: number
  readonly otherCores?: number
  readonly clockHz?: readonly [number, number]
  readonly queriesPerSecond?: number
  /** What was drawn during the window; empty where the machine does not show it, absent as memory is. */
  readonly energy?: readonly EnergyReading[]
  /** Outputs with a value that is no finite number. */
  readonly nonFiniteOutputs: readonly string[]
  /** What ran the model, when that was a browser. */
  readonly browser?: BrowserFacts
}

export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly step: 'loading' | 'first run' | 'warming up' | 'measuring'; readonly share: number; readonly medianSeconds?: number }
  | { readonly kind: 'measured'; readonly result: RawMeasurement }
  | { readonly kind: 'ran'; readonly outputs: readonly (readonly OutputTensor[] | { readonly message: string })[] }
  | { readonly kind: 'soaked'; readonly residentBytes: readonly number[] }
  | { readonly kind: 'answered'; readonly providers: readonly ProviderAnswer[] }
  | { readonly kind: 'inspected'; readonly header: OnnxHeader }
  /** `code` is that of a failure of ours; without one the words are the runtime's. */
  | { readonly kind: 'failed'; readonly message: string; readonly code?: ErrorCode }
