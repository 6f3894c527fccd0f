import type { Architecture } from '@benchcast/core/graph'
import { type RunnablePrecision, type RunSize, runnableGraph, sampleInputs } from '@benchcast/core/graph/onnx'
import { type Flag, flagsOf } from './measure/flags.ts'
import { type Method, runsPerQuery } from './measure/method.ts'
import { type PowerSummary, powerOf } from './measure/power.ts'
import { type LatencySummary, summarise } from './measure/summary.ts'
import type { ModelFiles } from './models/model-files.ts'
import { measureAnywhere } from './run-anywhere.ts'
import type { ChildMessage, MeasureJob, RawMeasurement } from './runner/protocol.ts'
import type { ChildOptions } from './runner/run-in-child.ts'

/** One model in one configuration on one device. */
export interface BenchmarkQuestion {
  readonly architecture: Architecture
  readonly size: RunSize
  readonly precision: RunnablePrecision
  /** Execution providers by ONNX Runtime's names, best first. */
  readonly providers: readonly string[]
  readonly method: Method
  readonly threads?: number
  /** Of weights, inputs and random arrivals. */
  readonly seed?: number
}

/** What was measured. Times in seconds, memory in bytes. */
export interface BenchmarkResult {
  readonly latency: LatencySummary
  /** Items finished over the measured window: samples, or tokens of a generating model's step. */
  readonly throughputPerSecond: number
  /** Where the machine shows it. */
  readonly power?: PowerSummary
  readonly flags: readonly Flag[]
  readonly raw: RawMeasurement
}

export interface BenchmarkOptions extends ChildOptions {
  readonly files: ModelFiles
}

export const USUAL_SEED = 7

/**
 * Measures one configuration: writes the model with random weights, runs it in a process of its own, or in a headless browser for a provider of browsers (wasm, webgpu, webnn), and
 * says what the times mean.
 *
 * Throws what `writeOnnx`, `measureInChild` and `measureInBrowser` throw.
 *
 * @example
 * const files = await ModelFiles.create()
 * const { graph } = resolveModel({ modelName: 'bert-base-uncased' })
 * const result = await benchmark({ architecture: graph!, size: { batch: 1, sequence: 128 }, precision: 'fp32', providers: ['cpu'], method: PROFILES.quick }, { files })
 */
export async function benchmark(question: BenchmarkQuestion, { files, ...options }: BenchmarkOptions): Promise<BenchmarkResult> {
  const raw = await measureAnywhere(await prepareBenchmark(question, files), options)
  return resultOf(raw, question)
}

/** Writes the model of a question with random weights: the job of measuring it, wherever that is done. Throws what `writeOnnx` throws. */
export async function prepareBenchmark({ architecture, size, precision, providers, method, threads, seed = USUAL_SEED }: BenchmarkQuestion, files: ModelFiles): Promise<MeasureJob> {
  const graph = runnableGraph(architecture, size, precision)
  const modelPath = await files.write(graph, seed)
  return { kind: 'measure', modelPath, inputs: sampleInputs(graph, seed), providers, method: forBatch(method, size.batch), seed, ...(threads !== undefined && { threads }) }
}

/** The method with what a query of a batch is made of. */
export const forBatch = (method: Method, batch: number): Method => ({ ...method, runsPerQuery: runsPerQuery(method, batch) })

/** What the times of the queries of a batch and method mean. */
export function resultOf(raw: RawMeasurement, { size: { batch }, method }: { readonly size: { readonly batch: number }; readonly method: Method }): BenchmarkResult {
  const latency = summarise(raw.samples)
  const items = raw.samples.length * runsPerQuery(method, batch) * batch
  const power = powerOf(raw.energy ?? [], raw.windowSeconds, items)
  return { latency, throughputPerSecond: items / raw.windowSeconds, ...(power && { power }), flags: flagsOf({ samples: raw.samples, summary: latency, circumstances: raw }), raw }
}

export type BenchmarkStep = Extract<ChildMessage, { readonly kind: 'step' }>
