import type { MessagePort } from 'node:worker_threads'
import { type BenchmarkQuestion, type BenchmarkResult, benchmark, type ChildLimits, ModelFiles } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { type Attempt, refusalOf } from '../evaluation/tasks.ts'

/** What a thread is given. It posts steps to the port; whatever is posted to it ends the measurement. */
export interface BenchWork {
  readonly question: BenchmarkQuestion
  readonly limits: Partial<ChildLimits>
  /** Where models are written. */
  readonly folder: string
  readonly port: MessagePort
}

const folders = new Map<string, Promise<ModelFiles>>()

/** Models written by this thread are remembered by it. */
function filesIn(folder: string): Promise<ModelFiles> {
  const known = folders.get(folder) ?? ModelFiles.create({ folder })
  folders.set(folder, known)
  return known
}

/** Runs in a worker thread: writes the model and measures it in a process of its own, so that nobody else waits for gigabytes of weights or millions of samples. */
export default async function run({ question, limits, folder, port }: BenchWork): Promise<Attempt<BenchmarkResult>> {
  const stop = new AbortController()
  port.on('message', () => stop.abort(new BenchcastError('task_cancelled', 'The measurement was cancelled.')))
  try {
    return { value: await benchmark(question, { files: await filesIn(folder), limits, signal: stop.signal, onStep: (step) => port.postMessage(step) }) }
  } catch (error) {
    if (error instanceof BenchcastError) return { refusal: refusalOf(error) }
    throw error
  } finally {
    port.close()
  }
}
