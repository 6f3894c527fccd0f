import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AvailableHardware, BenchmarkQuestion, BenchmarkResult, BenchmarkStep, Fingerprint } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { JobContext } from '../jobs/job.ts'
import { measurementOf } from '../predictions/measurements.ts'
import type { RecordOf } from '../storage/store.ts'
import { type Configuration, configurationsOf, type SpeedBenchmark, shownConfiguration } from './configurations.ts'
import { earlierResult, keyOf, resultsOfRun } from './earlier-results.ts'
import { comparableKey } from './measured-facts.ts'
import { type PredictedBefore, predictedBefore } from './predicted-before.ts'
import { type Attempted, measuredRecords, refusedRecords } from './result-records.ts'
import { runnableQuestion } from './runnable-question.ts'
import { shareOf, stepText } from './steps.ts'

type Result = RecordOf<'results'>

/** What is going to happen to a configuration. */
type Plan =
  | { readonly kind: 'known'; readonly row: Result }
  | { readonly kind: 'refuse'; readonly configuration: Configuration; readonly hardware: AvailableHardware; readonly error: BenchcastError }
  | { readonly kind: 'measure'; readonly configuration: Configuration; readonly hardware: AvailableHardware; readonly question: BenchmarkQuestion; readonly before: PredictedBefore | undefined }

/** Share of the machine's memory that the process of a model may take. */
const MEMORY_SHARE = 0.9
/** Progress is told at most this often, unless another phase begins. */
const TELL_EVERY_MS = 100

/**
 * One attempt at a run: plans every configuration (with its prediction, before anything is learnt from this run), then measures them one by one. Each result is written when it is
 * there, so that another attempt goes on where this one was interrupted.
 */
export class SpeedRun {
  readonly #run: SpeedBenchmark
  readonly #context: JobContext
  readonly #hardware: readonly AvailableHardware[]
  readonly #machine: Fingerprint
  readonly #done: ReadonlyMap<string, Result>
  /** Model and platform, to what a batch of it ended with that a larger one need not try. */
  readonly #tooLarge = new Map<string, string>()

  private constructor(run: SpeedBenchmark, context: JobContext, hardware: readonly AvailableHardware[], machine: Fingerprint, done: ReadonlyMap<string, Result>) {
    this.#run = run
    this.#context = context
    this.#hardware = hardware
    this.#machine = machine
    this.#done = done
  }

  static async begin(run: SpeedBenchmark, context: JobContext): Promise<SpeedRun> {
    const { measuring, store, taskId } = context
    const [hardware, machine, done] = await Promise.all([measuring.hardware(run.hardware), measuring.machine(), resultsOfRun(store, taskId)])
    return new SpeedRun(run, context, hardware, machine, done)
  }

  get machine(): Fingerprint {
    return this.#machine
  }

  /** The result of every configuration, in the order they were measured. Throws the signal's reason when it is aborted. */
  async measureAll(): Promise<readonly Result[]> {
    const plans: Plan[] = []
    for (const configuration of configurationsOf(this.#run)) {
      plans.push(await this.#plan(configuration))
      await nextTurn()
    }
    const rows: Result[] = []
    for (const [index, plan] of plans.entries()) {
      this.#context.signal.throwIfAborted()
      rows.push(await this.#carryOut(plan, index, plans.length))
    }
    return rows
  }

  async #plan(configuration: Configuration): Promise<Plan> {
    const known = this.#done.get(keyOf(configuration)) ?? (await this.#earlier(configuration))
    if (known !== undefined) return { kind: 'known', row: known }
    const hardware = this.#hardware.find(({ platform }) => platform === configuration.hardware)!
    try {
      const question = runnableQuestion(configuration, this.#run, hardware)
      // Counting what a model costs and predicting it take some milliseconds each: others get their turn in between.
      await nextTurn()
      return { kind: 'measure', configuration, hardware, question, before: await predictedBefore(configuration, hardware, this.#context) }
    } catch (error) {
      if (error instanceof BenchcastError) return { kind: 'refuse', configuration, hardware, error }
      throw error
    }
  }

  #earlier(configuration: Configuration): Promise<Result | undefined> | undefined {
    return this.#run.incremental ? earlierResult(this.#context.store, configuration, comparableKey(this.#run, this.#machine)) : undefined
  }

  async #carryOut(plan: Plan, index: number, count: number): Promise<Result> {
    if (plan.kind === 'known') return plan.row
    const { configuration, hardware } = plan
    const attempted: Attempted = { configuration, hardware, run: this.#run, startedAt: this.#context.now() }
    this.#tell(configuration, index, count, 0, 'writing the model')
    const refusal = plan.kind === 'refuse' ? plan.error : this.#knownTooLarge(configuration)
    if (refusal !== undefined) return this.#write(refusedRecords(attempted, refusal, this.#context))
    const { question, before } = plan as Extract<Plan, { kind: 'measure' }>
    const result = await this.#measure(configuration, question, this.#steps(configuration, index, count))
    if (result instanceof BenchcastError) return this.#write(refusedRecords(attempted, result, this.#context))
    return this.#write(measuredRecords(attempted, result, this.#machine, before, this.#context))
  }

  /** What was measured, or why the model could not be run; faults of ours are thrown. */
  async #measure(configuration: Configuration, question: BenchmarkQuestion, onStep: (step: BenchmarkStep) => void): Promise<BenchmarkResult | BenchcastError> {
    const { measuring, signal } = this.#context
    const limits = { timeoutSeconds: this.#run.timeout, memoryBytes: MEMORY_SHARE * this.#machine.memoryBytes }
    try {
      return await measuring.measure(configuration.hardware, question, { limits, signal, onStep })
    } catch (error) {
      if (signal.aborted || !(error instanceof BenchcastError)) throw error
      if (error.code === 'run_out_of_memory' || error.code === 'run_timed_out') this.#tooLarge.set(placeOf(configuration), shownConfiguration(configuration))
      return error
    }
  }

  #knownTooLarge(configuration: Configuration): BenchcastError | undefined {
    const smaller = this.#run.progressive_mode ? this.#tooLarge.get(placeOf(configuration)) : undefined
    return smaller === undefined ? undefined : new BenchcastError('cannot_run', `It was not tried, since ${smaller} took too much memory or time: set progressive_mode to false to try all the same.`)
  }

  async #write({ row, records, measurement }: ReturnType<typeof measuredRecords> | ReturnType<typeof refusedRecords>): Promise<Result> {
    const { store, predictions } = this.#context
    const document = JSON.stringify({ result_id: row.result_id, measurement_id: row.sync_id })
    const task = { taskId: row.result_id, kind: 'benchmarkResult', event: 'completed', attempt: 1, timestamp: row.timestamp, message: 'Task completed successfully', document } as const
    await store.writeTask({ task, records })
    if (measurement !== undefined) predictions.learn(measurementOf(measurement))
    return row
  }

  #steps(configuration: Configuration, index: number, count: number): (step: BenchmarkStep) => void {
    let [last, toldAt] = ['', 0]
    return (step) => {
      const now = performance.now()
      if (step.step === last && now - toldAt < TELL_EVERY_MS) return
      last = step.step
      toldAt = now
      this.#tell(configuration, index, count, shareOf(step), stepText(step))
    }
  }

  #tell(configuration: Configuration, index: number, count: number, share: number, text: string): void {
    this.#context.progress((index + share) / count, `${shownConfiguration(configuration)} (${index + 1} of ${count}): ${text}`)
  }
}

const placeOf = ({ model_name, hardware }: Configuration): string => `${hardware} ${model_name}`
