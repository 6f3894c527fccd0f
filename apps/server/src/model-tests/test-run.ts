import { type BenchmarkQuestion, type CheckResult, type ChildLimits, checksOf, type FileQuestion } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { Platform } from '@benchcast/core/hardware'
import type { JobContext } from '../jobs/job.ts'
import type { TestStep } from '../measuring/bench-thread.ts'
import { figuresOf } from '../measuring/measured-facts.ts'
import { fileQuestion, runnableQuestion } from '../measuring/runnable-question.ts'
import { fetchText } from '../measuring/steps.ts'
import { isUserModel, userModelPath } from '../measuring/user-model.ts'
import { type Detail, detailOf, type ModelTest, type Outcome, outcomeOf, TEST_SIZE } from './model-test.ts'

/** Share of the machine's memory that the process of a model may take. */
const MEMORY_SHARE = 0.9
/** Of weights and inputs. */
const SEED = 7
/** How the one measurement of a test run is made. */
const MEASURED = { profile: 'quick', scenario: 'single_stream', max_seconds: 0.5, threads: null, image_size: null } as const
/** Tests are this share of what is done on a device; the rest is the measurement. */
const TEST_SHARE = 0.8

/** A model that is built here, or one of the user's. */
type Question = BenchmarkQuestion | FileQuestion

type World = Pick<JobContext, 'measuring' | 'signal' | 'progress' | 'keep'>

/** One attempt at a run: every platform in turn is tested, then measured once. */
export class TestRun {
  readonly #run: ModelTest
  readonly #world: World
  readonly #details: Detail[] = []
  readonly #metrics: Outcome['performance_metrics'] = {}
  readonly #warnings: string[] = []

  constructor(run: ModelTest, world: World) {
    this.#run = run
    this.#world = world
  }

  /** Throws the first platform's refusal when the model can be tested on none, and the signal's reason when it is aborted. */
  async testAll(): Promise<Outcome> {
    const { hardware } = this.#run
    const refusals: BenchcastError[] = []
    for (const [index, platform] of hardware.entries()) {
      const question = await this.#question(platform)
      if (question instanceof BenchcastError) {
        refusals.push(question)
        this.#skip(platform, question.message)
      } else await this.#test(platform, question, index / hardware.length)
    }
    if (refusals.length === hardware.length) throw refusals[0]
    return this.outcome
  }

  get outcome(): Outcome {
    return outcomeOf(this.#details, this.#metrics, this.#warnings)
  }

  /** What is to be run, or why it cannot be. */
  async #question(hardware: Platform): Promise<Question | BenchcastError> {
    const { model_name, precision } = this.#run
    const { modelsFolder } = this.#world.measuring
    const devices = await this.#world.measuring.hardware([hardware])
    const device = devices.find(({ platform }) => platform === hardware)!
    const configuration = { ...TEST_SIZE, model_name, precision, hardware, image_size: undefined, mode: 'inference' } as const
    try {
      return isUserModel(model_name) ? fileQuestion(configuration, MEASURED, device, await userModelPath(modelsFolder, model_name)) : runnableQuestion(configuration, MEASURED, device)
    } catch (error) {
      if (error instanceof BenchcastError) return error
      throw error
    }
  }

  #skip(hardware: Platform, reason: string): void {
    for (const { id, title } of checksOf(this.#run.test_type)) this.#add({ method: id, title, hardware, status: 'skipped', duration_ms: 0, error: reason })
  }

  #add(detail: Detail): void {
    this.#details.push(detail)
    this.#world.keep(this.outcome)
  }

  async #test(hardware: Platform, question: Question, begun: number): Promise<void> {
    const share = 1 / this.#run.hardware.length
    const tell = (done: number, text: string) => this.#world.progress(begun + share * done, `${this.#run.model_name} on ${hardware}: ${text}`)
    const call = { limits: await this.#limits(question), signal: this.#world.signal }
    const onStep = (step: TestStep) => {
      if ('ended' in step) this.#add(detailOf(step.ended, hardware))
      else tell((TEST_SHARE * step.done) / step.count, `${step.next} (${step.done + 1} of ${step.count})`)
    }
    tell(0, 'writing the model')
    const results = await this.#world.measuring.test(
      hardware,
      { subject: { ...question, seed: SEED }, type: this.#run.test_type },
      { ...call, onStep, onFetch: (progress) => tell(0, fetchText(progress)) },
    )
    if (!runs(results)) return
    tell(TEST_SHARE, 'measuring')
    await this.#measure(hardware, question, call)
  }

  /** A measurement that fails takes nothing from the tests. */
  async #measure(hardware: Platform, question: Question, call: { readonly limits: Partial<ChildLimits>; readonly signal: AbortSignal }): Promise<void> {
    const { measuring } = this.#world
    const quietly = { ...call, onStep: () => {} }
    try {
      const measured = 'path' in question ? measuring.measureFile(hardware, { ...question, seed: SEED }, quietly) : measuring.measure(hardware, { ...question, seed: SEED }, quietly)
      const { latency, throughput, memory_usage } = figuresOf(await measured)
      this.#metrics[hardware] = { latency_ms: latency, throughput_items_per_sec: throughput, ...(memory_usage !== null && { memory_mb: memory_usage }) }
    } catch (error) {
      if (call.signal.aborted || !(error instanceof BenchcastError)) throw error
      this.#warnings.push(`${hardware} could not be measured: ${error.message}`)
    }
  }

  /** A file has its own limit of memory, by its size. */
  async #limits(question: Question): Promise<Partial<ChildLimits>> {
    if ('path' in question) return { timeoutSeconds: this.#run.timeout }
    return { timeoutSeconds: this.#run.timeout, memoryBytes: MEMORY_SHARE * (await this.#world.measuring.machine()).memoryBytes }
  }
}

/** Whether the first test, which is that it loads and runs, passed. */
const runs = ([first]: readonly CheckResult[]): boolean => first?.status === 'passed'
