import type { PredictionFacts } from './predicted-before.ts'

/** The predictive API where it is in another process: it is asked what it predicts, and told what was measured. */
export interface PredictiveElsewhere {
  /** Its prediction for a body of `predict-performance`; undefined when it makes none, or cannot be asked now. */
  predict(body: object): Promise<PredictionFacts | undefined>
  /**
   * Records a body of `record-measurement`; the same key a second time records nothing.
   * Rejects with its own refusal, or with `upstream_unavailable` or `upstream_timeout` when it cannot be told now.
   */
  record(body: object, idempotencyKey: string): Promise<void>
}
