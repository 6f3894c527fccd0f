import { BenchcastError } from '@benchcast/core/errors'
import type { FeedbackCount, Measurement, Prediction, PredictionRequest, Predictor, Unsupported } from '@benchcast/core/predict'
import type { Store } from '../storage/store.ts'
import { isReal, measurementOf } from './measurements.ts'

/** What makes predictors: the shipped one, and those that were trained here. */
export interface PredictorSource {
  /** The shipped predictor, or the one whose serialised model is given. */
  load(serialized: string | undefined): Promise<Predictor>
  /** Family of a model, by its name alone. */
  familyOf(modelName: string): string
}

/** Newest measurements that are learned from. */
const MOST_MEASUREMENTS = 20_000
/** Measurements that arrive within this time are learned from together. */
const LEARN_AFTER_MS = 250
/** The id of the shipped predictor. */
export const PRIOR = 'prior'

/** The predictor that serves: the shipped or the active trained one, calibrated with the real measurements that are stored. */
export class Predictions {
  /** Where predictors that are brought along are read from. */
  readonly modelsFolder: string
  readonly #store: Store
  readonly #source: PredictorSource
  readonly #measurements: Measurement[] = []
  #base: Promise<Predictor> | undefined
  #serving: Predictor | undefined
  #activeId = PRIOR
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store, source: PredictorSource, modelsFolder: string) {
    this.#store = store
    this.#source = source
    this.modelsFolder = modelsFolder
  }

  /** Id of the stored predictor that serves, or `prior`. */
  get activeId(): string {
    return this.#activeId
  }

  /** Own measurements that are learned from, oldest first. */
  get measurements(): readonly Measurement[] {
    return this.#measurements
  }

  /** Reads the measurements and which predictor is active; the predictor itself is made when it is first needed. */
  async open(): Promise<void> {
    const { rows } = await this.#store.listRecords('measurements', { limit: MOST_MEASUREMENTS, offset: 0 })
    this.#measurements.push(...rows.toReversed().map(measurementOf).filter(isReal))
    const { rows: activations } = await this.#store.listRecords('activations', { limit: 1, offset: 0 })
    this.#activeId = activations[0]?.model_id ?? PRIOR
  }

  /** The predictor that serves now. */
  async predictor(): Promise<Predictor> {
    if (this.#serving) return this.#serving
    this.#base ??= this.#load(this.#activeId)
    const base = await this.#base
    this.#serving ??= calibrated(base, this.#measurements)
    return this.#serving
  }

  /** Answers in the order of the requests. */
  async predict(requests: readonly PredictionRequest[]): Promise<readonly (Prediction | Unsupported)[]> {
    const predictor = this.#serving ?? (await this.predictor())
    return predictor.predict(requests)
  }

  familyOf(modelName: string): string {
    return this.#source.familyOf(modelName)
  }

  /** Takes a measurement in; predictions know of it a moment later. Invented ones are ignored. */
  learn(measurement: Measurement): void {
    if (!isReal(measurement)) return
    this.#measurements.push(measurement)
    if (this.#measurements.length > MOST_MEASUREMENTS * 1.1) this.#measurements.splice(0, this.#measurements.length - MOST_MEASUREMENTS)
    if (this.#base === undefined) return
    this.#timer ??= setTimeout(() => this.#calibrate(), LEARN_AFTER_MS).unref()
  }

  /** Lets another stored predictor serve. */
  async activate(modelId: string): Promise<void> {
    const base = await this.#load(modelId)
    this.#activeId = modelId
    this.#base = Promise.resolve(base)
    this.#serving = calibrated(base, this.#measurements)
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

  async #load(modelId: string): Promise<Predictor> {
    if (modelId === PRIOR) return this.#source.load(undefined)
    const stored = await this.#store.findRecord('models', modelId)
    if (stored === undefined) throw new BenchcastError('invalid_model', `There is no stored predictor '${modelId}': GET /models lists them.`)
    return this.#source.load(stored.serialized_model)
  }

  async #calibrate(): Promise<void> {
    this.#timer = undefined
    const base = await this.#base
    if (base) this.#serving = calibrated(base, this.#measurements)
  }
}

const calibrated = (base: Predictor, measurements: readonly Measurement[]): Predictor => (measurements.length === 0 ? base : base.calibrate(measurements))
