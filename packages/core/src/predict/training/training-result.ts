import type { ThroughputEstimator } from '../workload.ts'
import type { TrainedCorrection } from './correction.ts'
import type { FeatureImportance } from './importance.ts'

export interface TrainingOptions {
  /** What is corrected; it must not have been calibrated with the same measurements. */
  readonly prior: ThroughputEstimator
  /** The correction that serves now, if any. One for another version of the prior cannot serve and is passed over. */
  readonly champion?: TrainedCorrection
  readonly seed: number
  /** When this is, ISO 8601: it is written into the correction. */
  readonly madeAt: string
  readonly onProgress?: (fraction: number, message: string) => void
  /** Looked at between steps: an AbortSignal, or anything that says so. */
  readonly signal?: { readonly aborted: boolean }
}

/** What came of a training. Plain data. */
export interface TrainingResult {
  readonly correction: TrainedCorrection
  readonly features: readonly string[]
  /** R squared of log throughput: of the training rows; of held-out pairs in cross-validation; of pairs that nothing looked at, when there are enough to set some aside. */
  readonly scores: Scores
  /** The same of what serves now, on the same held-out pairs. */
  readonly champion: { readonly validation: number | null }
  /** Mean |log error| over held-out pairs of model and device. */
  readonly losses: Losses
  /** The same when whole devices are held out; null when there is but one. */
  readonly unseenDevices: Pick<Losses, 'challenger' | 'prior'> | null
  readonly better: boolean
  readonly reason: string
  readonly pValue: number
  /** Share by which the mean loss fell; negative when it rose. */
  readonly gain: number
  readonly importance: readonly FeatureImportance[]
}

export interface Scores {
  readonly training: number | null
  readonly validation: number | null
  readonly test: number | null
}

export interface Losses {
  readonly challenger: number
  /** The prior with calibration alone. */
  readonly prior: number
  /** The correction that serves now; null when there is none. */
  readonly champion: number | null
}
