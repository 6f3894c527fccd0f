import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type AvailableHardware,
  type BenchmarkQuestion,
  type BenchmarkResult,
  type BenchmarkStep,
  type FileQuestion,
  type FileResult,
  type Fingerprint,
  numberFormatOf,
  runsInBrowser,
} from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import { NobodyCame } from '../browser-page/open-pages.ts'
import type { JobContext } from '../jobs/job.ts'
import { isComparableRow, measurementOf } from '../predictions/measurements.ts'
import type { RecordOf } from '../storage/store.ts'
import { type Configuration, configurationsOf, type SpeedBenchmark, shownConfiguration } from './configurations.ts'
import { earlierResult, keyOf, resultsOfRun } from './earlier-results.ts'
import { LongRunWatch } from './long-run-watch.ts'
import { comparableKey } from './measured-facts.ts'
import { openBrowser, seenBrowser } from './opened-browser.ts'
import { type PredictedBefore, predictedBefore } from './predicted-before.ts'
import { type Attempted, measuredRecords, refusedRecords } from './result-records.ts'
import { fileQuestion, runnableQuestion } from './runnable-question.ts'
import { fetchText, shareOf, stepText } from './steps.ts'
import { isUserModel, userModelPath } from './user-model.ts'

type Result = RecordOf<'results'>

/** What is going to happen to a configuration. */
type Plan =
  | { readonly kind: 'known'; readonly row: Result }
  | { readonly kind: 'refuse'; readonly configuration: Configuration; readonly hardware: AvailableHardware; readonly error: BenchcastError }
  | { readonly kind: 'measure'; readonly configuration: Configuration; readonly hardware: AvailableHardware; readonly question: Question; readonly before: PredictedBefore | undefined }

/** A model that is built here, or one of the user's. */
type Question = BenchmarkQuestion | FileQuestion

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
  /** Nobody opened the page of a configuration in time: nobody is waited for again. */
  #nobodyCame: BenchcastError | undefined

  private constructor(run: SpeedBenchmark, context: JobContext, hardware: readonly AvailableHardware[], machine: Fingerprint, done: ReadonlyMap<string, Result>) {
    this.#run = run
    this.#context = context
    this.#hardware = hardware
    this.#machine = machine
    this.#done = done
  }

  static async begin(run: SpeedBenchmark, context: JobContext): Promise<SpeedRun> {
    const { measuring, store, taskId } = context
    const byHand = run.browser === 'open' ? run.hardware.filter(runsInBrowser) : []
    const found = measuring.hardware(run.hardware.filter((platform) => !byHand.includes(platform)))
    const [hardware, machine, done] = await Promise.all([found, measuring.machine(), resultsOfRun(store, taskId)])
    return new SpeedRun(run, context, [...hardware, ...byHand.map(openBrowser)], machine, done)
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
      if (isUserModel(configuration.model_name)) return { kind: 'measure', configuration, hardware, question: await this.#fileQuestion(configuration, hardware), before: undefined }
      const question = runnableQuestion(configuration, this.#run, hardware)
      // Counting what a model costs and predicting it take some milliseconds each: others get their turn in between.
      await nextTurn()
      return { kind: 'measure', configuration, hardware, question, before: await predictedBefore(configuration, this.#run, hardware, this.#context) }
    } catch (error) {
      if (error instanceof BenchcastError) return { kind: 'refuse', configuration, hardware, error }
      throw error
    }
  }

  async #fileQuestion(configuration: Configuration, hardware: AvailableHardware): Promise<FileQuestion> {
    return fileQuestion(configuration, this.#run, hardware, await userModelPath(this.#context.measuring.modelsFolder, configuration.model_name))
  }

  #isByHand({ hardware }: Configuration): boolean {
    return this.#run.browser === 'open' && runsInBrowser(hardware)
  }

  /** A file may have changed, and nobody knows which browser will be opened: these are always measured. */
  #earlier(configuration: Configuration): Promise<Result | undefined> | undefined {
    const isKnown = !isUserModel(configuration.model_name) && !this.#isByHand(configuration)
    return this.#run.incremental && isKnown ? earlierResult(this.#context.store, configuration, comparableKey(this.#run, this.#machine)) : undefined
  }

  async #carryOut(plan: Plan, index: number, count: number): Promise<Result> {
    if (plan.kind === 'known') return plan.row
    const { configuration, hardware } = plan
    const attempted: Attempted = { configuration, hardware, run: this.#run, startedAt: this.#context.now() }
    this.#tell(configuration, index, count, 0, 'writing the model')
    const refusal = plan.kind === 'refuse' ? plan.error : this.#knownTooLarge(configuration)
    if (refusal !== undefined) return this.#write(refusedRecords(attempted, refusal, this.#context))
    const { question, before } = plan as Extract<Plan, { kind: 'measure' }>
    const result = await this.#measure(configuration, question, this.#steps(configuration, index, count), (text) => this.#tell(configuration, index, count, 0, text))
    if (result instanceof BenchcastError) return this.#write(refusedRecords(attempted, result, this.#context))
    return this.#write(measuredRecords(asMeasured(attempted, result), result, this.#machine, before, this.#context))
  }

  /** What was measured, or why the model could not be run; faults of ours are thrown. */
  async #measure(configuration: Configuration, question: Question, onStep: (step: BenchmarkStep) => void, say: (text: string) => void): Promise<BenchmarkResult | BenchcastError> {
    const watch = new LongRunWatch(this.#run.max_seconds, this.#context.measuring.firstRunExtraSeconds)
    const signal = AbortSignal.any([this.#context.signal, watch.signal])
    const told = (step: BenchmarkStep) => {
      watch.step(step)
      onStep(step)
    }
    try {
      return await this.#result(configuration, question, { signal, onStep: told }, say)
    } catch (error) {
      if (this.#context.signal.aborted || !(error instanceof BenchcastError)) throw error
      if (error.code === 'run_out_of_memory' || error.code === 'run_timed_out') this.#tooLarge.set(placeOf(configuration), shownConfiguration(configuration))
      return error
    } finally {
      watch.end()
    }
  }

  async #result(configuration: Configuration, question: Question, call: StepCall, say: (text: string) => void): Promise<BenchmarkResult> {
    const { measuring } = this.#context
    const { timeout: timeoutSeconds } = this.#run
    const { hardware } = configuration
    if ('path' in question) return measuring.measureFile(hardware, question, { ...call, limits: { timeoutSeconds }, onFetch: (progress) => say(fetchText(progress)) })
    if (this.#isByHand(configuration)) return this.#onPage(configuration, question, call, say)
    return measuring.measure(hardware, question, { ...call, limits: { timeoutSeconds, memoryBytes: MEMORY_SHARE * this.#machine.memoryBytes } })
  }

  /** Waits for somebody to open the page, once in a run. */
  async #onPage(configuration: Configuration, question: BenchmarkQuestion, call: StepCall, say: (text: string) => void): Promise<BenchmarkResult> {
    if (this.#nobodyCame !== undefined) throw this.#nobodyCame
    const { timeout: timeoutSeconds, browser_wait: waitSeconds } = this.#run
    const { measuring, taskId } = this.#context
    const onOpen = (address: string) => say(`waiting up to ${waitSeconds} s for a browser: open ${address} and press Start`)
    try {
      return await measuring.measureOnPage({ runId: taskId, title: shownConfiguration(configuration), question }, { ...call, waitSeconds, timeoutSeconds, onOpen })
    } catch (error) {
      if (error instanceof NobodyCame) this.#nobodyCame = error
      throw error
    }
  }

  #knownTooLarge(configuration: Configuration): BenchcastError | undefined {
    const smaller = this.#run.progressive_mode ? this.#tooLarge.get(placeOf(configuration)) : undefined
    return smaller === undefined ? undefined : new BenchcastError('cannot_run', `It was not tried, since ${smaller} took too much memory or time: set progressive_mode to false to try all the same.`)
  }

  /** The result and, where it is to be sent, the task that does that, in one transaction: neither is ever there without the other. */
  async #write({ row, records, measurement, outgoing }: ReturnType<typeof measuredRecords> | ReturnType<typeof refusedRecords>): Promise<Result> {
    const { store, predictions, takeUp } = this.#context
    if (outgoing !== undefined) {
      const created = { taskId: row.result_id, kind: 'sendMeasurement', event: 'created', attempt: 0, timestamp: row.timestamp, message: 'Task created', document: JSON.stringify(outgoing) } as const
      await store.writeTask({ task: created, records })
      takeUp(created)
      return row
    }
    const document = JSON.stringify({ result_id: row.result_id, measurement_id: row.sync_id })
    const task = { taskId: row.result_id, kind: 'benchmarkResult', event: 'completed', attempt: 1, timestamp: row.timestamp, message: 'Task completed successfully', document } as const
    await store.writeTask({ task, records })
    if (measurement !== undefined && isComparableRow(measurement)) predictions.learn(measurementOf(measurement))
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

interface StepCall {
  readonly signal: AbortSignal
  readonly onStep: (step: BenchmarkStep) => void
}

/** What the measurement told of the device and of the file. */
function asMeasured(attempted: Attempted, result: BenchmarkResult): Attempted {
  const { configuration, hardware, run } = attempted
  const { header } = result as Partial<FileResult>
  return {
    ...attempted,
    configuration: header ? { ...configuration, precision: numberFormatOf(header) } : configuration,
    hardware: run.browser === 'open' && result.raw.browser ? seenBrowser(hardware, result.raw.browser) : hardware,
  }
}

const placeOf = ({ model_name, hardware }: Configuration): string => `${hardware} ${model_name}`
