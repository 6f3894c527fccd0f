import { repeatKey } from '../calibration/repeats.ts'
import { ownKey } from '../predictor/one-name.ts'
import type { MeasuredWorkload, Workload } from '../workload.ts'

/** What the caller has measured, to be found again by the rows that ask for it. */
export class OwnRuns {
  /** Keys of the models that were measured, in the table or as requests. */
  readonly models: ReadonlySet<string>
  readonly #runs: ReadonlySet<string>
  readonly #names: ReadonlySet<string>

  /** `asRequests`: those that requests describe. */
  constructor(measured: readonly MeasuredWorkload[], asRequests: readonly MeasuredWorkload[]) {
    this.models = new Set(measured.map(({ workload }) => ownKey(workload)))
    this.#runs = new Set(asRequests.map(({ workload }) => repeatKey(workload)))
    this.#names = new Set(asRequests.map(({ workload }) => workload.modelName))
  }

  /** Whether no request was measured. */
  get isEmpty(): boolean {
    return this.#runs.size === 0
  }

  /** Whether a request of the model was measured, by the name of all its measurements. */
  hasModel(modelName: string): boolean {
    return this.#names.has(modelName)
  }

  /** Whether a request of the same was measured. */
  has(workload: Workload): boolean {
    return this.#runs.has(repeatKey(workload))
  }
}
