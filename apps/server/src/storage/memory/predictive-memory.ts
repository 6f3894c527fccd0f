import type { Kysely } from 'kysely'
import type { MemoryLimits } from '../options.ts'
import { selectNewestFeedback, selectRecords } from '../predictive-queries.ts'
import { type Configuration, NO_SETTING, SAMPLE, type Setting, USUAL_PHASE } from '../record-query.ts'
import { lightened, type NewRecords, RECORD_NAMES, type RecordName, type RecordOf } from '../records.ts'
import type { Database } from '../tables/index.ts'
import type { Deletion } from '../writes.ts'
import { type Budget, HeldRecords } from './held-records.ts'
import { RecentlyUsed } from './recently-used.ts'

const keyOf = (c: Omit<Configuration, 'settings'>, { device, configuration }: Setting): string =>
  JSON.stringify([c.model_name, c.hardware_platform, c.batch_size, c.sequence_length, c.precision, c.mode, c.phase ?? USUAL_PHASE, device ?? null, configuration ?? null])

type Feedback = RecordOf<'feedback'>

/** The records of every kind, and what is looked up by key. Written after each commit, so it never shows what is not durable. */
export class PredictiveMemory {
  readonly #held: { readonly [N in RecordName]: HeldRecords<N> }
  readonly #budget: Budget
  /** Newest real prediction of a configuration. */
  readonly #predictions: RecentlyUsed<RecordOf<'predictions'>>
  /** Newest feedback by recommendation. */
  readonly feedback = new Map<string, Feedback>()

  constructor(limits: MemoryLimits) {
    this.#budget = { most: limits.olderRecordBytes, used: 0 }
    this.#held = Object.fromEntries(RECORD_NAMES.map((name) => [name, new HeldRecords(name, limits.records, this.#budget)])) as never
    this.#predictions = new RecentlyUsed(limits.records, () => 1)
  }

  static async load(db: Kysely<Database>, limits: MemoryLimits): Promise<PredictiveMemory> {
    const memory = new PredictiveMemory(limits)
    const pages = await Promise.all(RECORD_NAMES.map((name) => selectRecords(db, name, { limit: limits.records, offset: 0 })))
    for (const [index, { rows, total }] of pages.entries()) memory.#load(RECORD_NAMES[index]!, [...rows].reverse(), total)
    for (const answer of await selectNewestFeedback(db)) memory.feedback.set(answer.recommendation_id, answer)
    return memory
  }

  /** Bytes that packed records take. */
  get packedBytes(): number {
    return this.#budget.used
  }

  of<N extends RecordName>(name: N): HeldRecords<N> {
    return this.#held[name] as HeldRecords<N>
  }

  /** Newest real prediction of a configuration in the first of its settings that has one; undefined also when memory does not know. */
  predictionOf({ settings = [NO_SETTING], ...configuration }: Configuration): RecordOf<'predictions'> | undefined {
    for (const setting of settings) {
      const known = this.#predictions.get(keyOf(configuration, setting))
      if (known !== undefined) return known
    }
    return undefined
  }

  /** False once a configuration was dropped: then one that is not here may be in the database. */
  get knowsAllPredictions(): boolean {
    return this.#predictions.holdsAll
  }

  add(records: NewRecords): void {
    for (const [name, list] of Object.entries(records) as [RecordName, readonly RecordOf<RecordName>[]][]) {
      for (const record of list) this.of(name).add(lightened(name, record))
    }
    this.#index(records.predictions ?? [])
    for (const answer of records.feedback ?? []) this.feedback.set(answer.recommendation_id, answer)
  }

  /** Forgets records that are gone from the database, which held `count` of them. */
  remove({ name, idColumn, ids, count }: Deletion): void {
    const gone = new Set(ids)
    this.of(name).remove(idColumn, gone, count)
    if (name === 'predictions') this.#predictions.deleteWhere(({ prediction_id }) => gone.has(prediction_id))
    if (name !== 'feedback') return
    for (const [recommendation, { feedback_id }] of this.feedback) if (gone.has(feedback_id)) this.feedback.delete(recommendation)
  }

  /** Takes the newest feedback on recommendations that none is known of, from all that is stored, oldest first. */
  recall(stored: readonly Feedback[]): void {
    const newest = new Map(stored.map((answer) => [answer.recommendation_id, answer]))
    for (const [recommendation, answer] of newest) if (!this.feedback.has(recommendation)) this.feedback.set(recommendation, answer)
    this.of('feedback').version += 1
  }

  #index(predictions: readonly RecordOf<'predictions'>[]): void {
    for (const prediction of predictions) if (prediction.prediction_source !== SAMPLE) this.#predictions.set(keyOf(prediction, prediction.metadata as Setting), prediction)
  }

  #load(name: RecordName, oldestFirst: readonly RecordOf<RecordName>[], total: number): void {
    this.of(name).load(oldestFirst, total)
    if (name !== 'predictions') return
    this.#index(oldestFirst as readonly RecordOf<'predictions'>[])
    if (total > oldestFirst.length) this.#predictions.holdsAll = false
  }
}
