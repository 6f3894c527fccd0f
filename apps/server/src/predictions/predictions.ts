import { BenchcastError } from '@benchcast/core/errors'
import type { HardwareSpec } from '@benchcast/core/hardware'
import type { FeedbackCount, Measurement, Prediction, PredictionRequest, Predictor, TrainedCorrection, Unsupported } from '@benchcast/core/predict'
import type { RecordOf, Store } from '../storage/store.ts'
import { lookUpInTurns } from './in-turns.ts'
import { LearningTime } from './learning-time.ts'
import { type AboutRequest, Lookups } from './lookups.ts'
import { isComparableRow, isReal, measurementOf } from './measurements.ts'
import { RecentAnswers } from './recent-answers.ts'
import { correctionOf } from './shipped-predictor.ts'

/** What makes predictors: the shipped one, and those that were trained here. */
export interface PredictorSource {
  /** The shipped predictor, or the one whose serialised model is given. */
  load(serialized: string | undefined): Promise<Predictor>
  /** Family of a model, by its name alone. */
  familyOf(modelName: string): string
  /** The machine the program runs on, which is assumed for its platforms when a request names no device. */
  machine(): Promise<HardwareSpec | undefined>
}

/** Newest measurements that are learned from at once: few enough that it takes a fraction of a second. Training looks at all. */
const MOST_MEASUREMENTS = 5000
/** Under a load of questions, measurements that arrive within this time are learned from together; longer where learning takes long, so that it never takes more than a twentieth of the time. */
const LEARN_AFTER_MS = 250
const LEARN_SHARE = 20
/** What was worked out about earlier questions is forgotten by learning, and takes so many times as long as learning itself to work out again; less than this many ms it never takes. */
const FORGETTING = 6
const LEAST_LEARN_MS = 2
/** The id of the shipped predictor. */
export const PRIOR = 'prior'

/** The predictor that serves: the shipped or the active trained one, calibrated with the real measurements that are stored. */
export class Predictions {
  /** Where predictors that are brought along are read from. */
  readonly modelsFolder: string
  readonly #store: Store
  readonly #source: PredictorSource
  readonly #report: (error: unknown) => void
  readonly #measurements: Measurement[] = []
  readonly #answers = new RecentAnswers()
  #lookups: Promise<Lookups> | undefined
  #base: Predictor | undefined
  #opening: Promise<Predictor> | undefined
  #serving: Predictor | undefined
  #activeId = PRIOR
  #timer: NodeJS.Timeout | undefined
  /** Somebody has asked since the last time it learned; while nobody asks there is no need to. */
  #wasAsked = false
  #isStale = false
  /** Something was measured that it has not learned from. */
  #hasNew = false
  readonly #learningTime = new LearningTime()
  readonly #expectingTime = new LearningTime()
  /** How long the last look at what was to be expected took, ms. */
  #expectingMs = LEAST_LEARN_MS
  #isBroken = false
  #learnMs = 0
  constructor(store: Store, source: PredictorSource, modelsFolder: string, report: (error: unknown) => void = () => {}) {
    this.#store = store
    this.#source = source
    this.modelsFolder = modelsFolder
    this.#report = report
  }

  /** Id of the stored predictor that serves, or `prior`. */
  get activeId(): string {
    return this.#activeId
  }

  /** Whether it can predict, as far as it was tried. */
  get isReady(): boolean {
    return this.#serving !== undefined
  }

  /** Own measurements that are learned from, oldest first. */
  get measurements(): readonly Measurement[] {
    return this.#measurements
  }

  /** Reads the measurements and which predictor is active; the predictor itself is made when it is first needed. */
  async open(): Promise<void> {
    this.#measurements.push(...(await this.#storedMeasurements()))
    const { rows: activations } = await this.#store.listRecords('activations', { limit: 1, offset: 0 })
    this.#activeId = activations[0]?.model_id ?? PRIOR
  }

  /** The predictor that serves now. */
  async predictor(): Promise<Predictor> {
    if (this.#serving) return this.#current(this.#serving)
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  /** Answers in the order of the requests. */
  async predict(requests: readonly PredictionRequest[]): Promise<readonly (Prediction | Unsupported)[]> {
    const predictor = await this.predictor()
    return requests.length === 1 ? [this.#answers.of(requests[0]!, predictor)] : predictor.predict(requests)
  }

  /**
   * What everything known so far says of a request that was measured. Undefined under a load of measurements, of which only so many are looked at that it never takes more than a twentieth of the
   * time, and where nothing can be predicted: neither is a reason to lose a measurement.
   */
  async expected(request: PredictionRequest): Promise<Prediction | Unsupported | undefined> {
    const learnMs = this.#hasNew ? FORGETTING * this.#learnMs : 0
    if (!this.#expectingTime.take(Math.max(LEAST_LEARN_MS, learnMs, this.#expectingMs))) return undefined
    try {
      const serving = this.#serving ?? (await this.predictor())
      const start = performance.now()
      const answer = this.#answers.of(request, this.#base && this.#hasNew ? this.#calibrate(this.#base) : serving)
      this.#expectingMs = performance.now() - start
      return answer
    } catch (error) {
      if (error instanceof BenchcastError) return undefined
      throw error
    }
  }

  /** What is known of a request without predicting it, and without waiting for what predicts. */
  async lookUp(request: PredictionRequest): Promise<AboutRequest> {
    this.#lookups ??= this.#source.machine().then((machine) => new Lookups(machine))
    return (await this.#lookups).of(request)
  }

  /** The machine that is assumed for its platforms where no device is named. */
  machine(): Promise<HardwareSpec | undefined> {
    return this.#source.machine()
  }

  familyOf(modelName: string): string {
    return this.#source.familyOf(modelName)
  }

  /** Takes a measurement in. The next prediction knows of it, unless many of both come at once: then those within a moment do together. Invented ones are ignored. */
  learn(measurement: Measurement): void {
    if (!isReal(measurement)) return
    this.#measurements.push(measurement)
    if (this.#measurements.length > MOST_MEASUREMENTS * 1.1) this.#measurements.splice(0, this.#measurements.length - MOST_MEASUREMENTS)
    if (this.#base === undefined) return
    this.#hasNew = true
    this.#timer ??= setTimeout(() => this.#learnSoon(), Math.max(LEARN_AFTER_MS, LEARN_SHARE * this.#learnMs)).unref()
  }

  /** Reads the measurements anew after some were deleted, and forgets what was learned from those; predictions know of it when this resolves. */
  async relearn(): Promise<void> {
    const known = this.#measurements.length
    const stored = await this.#storedMeasurements()
    this.#measurements.splice(0, known, ...stored)
    if (this.#base !== undefined) this.#calibrate(this.#base)
  }

  /** Makes sure that a predictor can serve (a stored one, or one that is about to be); gives the function that lets it. */
  async prepare(modelId: string, serialized?: string): Promise<() => void> {
    const base = serialized === undefined ? await this.#load(modelId) : await this.#source.load(serialized)
    return () => {
      this.#activeId = modelId
      this.#base = base
      this.#calibrate(base)
    }
  }

  /** Why a stored predictor could not serve, in a sentence; undefined when it could. */
  async whyNotServing(serialized: string): Promise<string | undefined> {
    return this.#source.load(serialized).then(
      () => undefined,
      (error: unknown) => {
        if (error instanceof BenchcastError && error.code === 'invalid_model') return error.message
        throw error
      },
    )
  }

  /** The trained correction that serves; undefined when the shipped predictor does. */
  async activeCorrection(): Promise<TrainedCorrection | undefined> {
    if (this.#activeId === PRIOR) return undefined
    return correctionOf((await this.#stored(this.#activeId)).serialized_model)
  }

  /** How people took recommendations of each platform, for models of this family. Samples never count: nobody recommends by them. */
  feedbackOf(family: string, recommendations: readonly { readonly recommendation_id: string; readonly model_family: string; readonly primary_recommendation: string }[]): readonly FeedbackCount[] {
    const answers = this.#store.feedback()
    const counts = new Map<string, { accepted: number; rejected: number }>()
    for (const { recommendation_id, model_family, primary_recommendation } of recommendations) {
      const answer = answers.get(recommendation_id)
      if (answer === undefined || model_family !== family) continue
      const count = counts.get(primary_recommendation) ?? { accepted: 0, rejected: 0 }
      count[answer.accepted === 1 ? 'accepted' : 'rejected'] += 1
      counts.set(primary_recommendation, count)
    }
    return [...counts].map(([platform, count]) => ({ platform: platform as FeedbackCount['platform'], ...count }))
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  async #open(): Promise<Predictor> {
    this.#base = await this.#loadActive().catch((error: unknown) => {
      if (!this.#isBroken) this.#report(error)
      this.#isBroken = true
      throw new BenchcastError('unavailable', 'Nothing can be predicted: the weights of the predictor cannot be read, and the log of the server says why.', { cause: error })
    })
    // What cannot be learned from is reported when it is learned from.
    await lookUpInTurns(this.#base, [...this.#measurements]).catch(() => undefined)
    return this.#calibrate(this.#base)
  }

  /** A trained predictor belongs to a version of the shipped one; after an update the shipped one serves again. */
  async #loadActive(): Promise<Predictor> {
    if (this.#activeId === PRIOR) return this.#load(PRIOR)
    return this.#load(this.#activeId).catch((error: unknown) => {
      this.#report(error)
      this.#activeId = PRIOR
      return this.#load(PRIOR)
    })
  }

  async #load(modelId: string): Promise<Predictor> {
    return this.#source.load(modelId === PRIOR ? undefined : (await this.#stored(modelId)).serialized_model)
  }

  /** Oldest first. */
  async #storedMeasurements(): Promise<readonly Measurement[]> {
    const { rows } = await this.#store.listRecords('measurements', { limit: MOST_MEASUREMENTS, offset: 0 })
    return rows.toReversed().filter(isComparableRow).map(measurementOf)
  }

  async #stored(modelId: string): Promise<RecordOf<'models'>> {
    const stored = await this.#store.findRecord('models', modelId)
    if (stored === undefined) throw new BenchcastError('invalid_model', `There is no stored predictor '${modelId}': GET /models lists them.`)
    return stored
  }

  #current(serving: Predictor): Predictor {
    this.#wasAsked = true
    return this.#base && (this.#isStale || this.#mayLearnNow()) ? this.#calibrate(this.#base) : serving
  }

  #mayLearnNow(): boolean {
    return this.#hasNew && this.#learningTime.take(Math.max(LEAST_LEARN_MS, FORGETTING * this.#learnMs))
  }

  #learnSoon(): void {
    this.#timer = undefined
    if (this.#wasAsked && this.#base) this.#calibrate(this.#base)
    else this.#isStale = true
  }

  #calibrate(base: Predictor): Predictor {
    const start = performance.now()
    const serving = this.#calibrated(base)
    this.#serving = serving
    this.#learnMs = performance.now() - start
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#hasNew = false
    this.#isStale = false
    this.#wasAsked = false
    return serving
  }

  /** Measurements that cannot be learned from are no reason to predict nothing. */
  #calibrated(base: Predictor): Predictor {
    if (this.#measurements.length === 0) return base
    try {
      return base.calibrate(this.#measurements)
    } catch (error) {
      this.#report(error)
      return base
    }
  }
}
