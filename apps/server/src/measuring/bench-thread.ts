import type { MessagePort } from 'node:worker_threads'
import {
  type BenchmarkQuestion,
  type BenchmarkResult,
  type BenchmarkStep,
  benchmark,
  benchmarkFile,
  type CheckResult,
  type ChildLimits,
  checksOf,
  type FileQuestion,
  type FileResult,
  type FileTestQuestion,
  type MeasureJob,
  ModelFiles,
  prepareBenchmark,
  type TestOptions,
  type TestQuestion,
  type TestType,
  testFile,
  testModel,
} from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { type Attempt, refusalOf } from '../evaluation/tasks.ts'

/** How far the tests of a model are: `ended` is the result of the test that has just ended, `next` the title of the one that begins. */
export type TestStep = { readonly ended: CheckResult } | { readonly next: string; readonly done: number; readonly count: number }

/** What a thread can do: what it is asked, what it tells on the way, and what comes of it. */
export interface BenchKinds {
  readonly benchmark: { readonly question: BenchmarkQuestion; readonly step: BenchmarkStep; readonly result: BenchmarkResult }
  /** A model that the user has on disk. */
  readonly file: { readonly question: FileQuestion; readonly step: BenchmarkStep; readonly result: FileResult }
  /** Writes the model and makes its inputs, to be measured elsewhere. */
  readonly prepare: { readonly question: BenchmarkQuestion; readonly step: BenchmarkStep; readonly result: MeasureJob }
  readonly test: { readonly question: { readonly subject: TestQuestion | FileTestQuestion; readonly type: TestType }; readonly step: TestStep; readonly result: readonly CheckResult[] }
}
export type BenchKind = keyof BenchKinds

/** What a thread is given. It posts steps to the port; whatever is posted to it ends the work. */
export interface BenchWork<Kind extends BenchKind = BenchKind> {
  readonly kind: Kind
  readonly question: BenchKinds[Kind]['question']
  readonly limits: Partial<ChildLimits>
  /** Where models are written. */
  readonly folder: string
  readonly port: MessagePort
}

interface Around<Kind extends BenchKind> {
  readonly files: ModelFiles
  readonly limits: Partial<ChildLimits>
  readonly signal: AbortSignal
  readonly onStep: (step: BenchKinds[Kind]['step']) => void
}

const WORK: { readonly [Kind in BenchKind]: (question: BenchKinds[Kind]['question'], around: Around<Kind>) => Promise<BenchKinds[Kind]['result']> } = {
  benchmark: (question, around) => benchmark(question, around),
  file: (question, around) => benchmarkFile(question, around),
  prepare: (question, { files }) => prepareBenchmark(question, files),
  test: ({ subject, type }, { onStep, ...around }) => {
    const count = checksOf(type).length
    const options: TestOptions = { ...around, onCheck: (done, { title }) => onStep({ next: title, done, count }), onResult: (ended) => onStep({ ended }) }
    return 'path' in subject ? testFile(subject, type, options) : testModel(subject, type, options)
  },
}

const folders = new Map<string, Promise<ModelFiles>>()

/** Models written by this thread are remembered by it. */
function filesIn(folder: string): Promise<ModelFiles> {
  const known = folders.get(folder) ?? ModelFiles.create({ folder })
  folders.set(folder, known)
  return known
}

/** Runs in a worker thread: writes models and runs them in processes of their own, so that nobody else waits for gigabytes of weights or millions of samples. */
export default async function run<Kind extends BenchKind>({ kind, question, limits, folder, port }: BenchWork<Kind>): Promise<Attempt<BenchKinds[Kind]['result']>> {
  const stop = new AbortController()
  port.on('message', () => stop.abort(new BenchcastError('task_cancelled', 'The measurement was cancelled.')))
  try {
    return { value: await WORK[kind](question, { files: await filesIn(folder), limits, signal: stop.signal, onStep: (step) => port.postMessage(step) }) }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  } finally {
    port.close()
  }
}
