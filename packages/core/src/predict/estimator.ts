import type { Attribution } from './attribution.ts'
import { calibrated } from './calibration/calibrated-estimator.ts'
import { PriorModel, throughputEstimate } from './prior/prior-estimator.ts'
import { readPrior } from './prior/prior-file.ts'
import type { Prior } from './prior/train-prior.ts'
import type { MeasuredWorkload, NearWorkload, ThroughputEstimate, ThroughputEstimator, Workload } from './workload.ts'

/** Level of intervals when a caller names none. */
const USUAL_LEVEL = 0.9

/**
 * The estimator of a file of prior weights (`weights/prior.bin`, made by `npm run train:prior`). The caller reads the file: core does no I/O.
 *
 * @throws BenchcastError `invalid_model` when the bytes are something else
 * @example
 * const estimator = loadEstimator(await readFile('packages/core/src/predict/weights/prior.bin'))
 * estimator.estimate([workload])[0]!.throughput // items per second
 */
export function loadEstimator(bytes: Uint8Array): ThroughputEstimator {
  return estimatorOf(readPrior(bytes))
}

/** The estimator of a prior fresh from training. */
export const estimatorOf = (prior: Prior): ThroughputEstimator => new PriorEstimator(new PriorModel(prior))

class PriorEstimator implements ThroughputEstimator {
  readonly #model: PriorModel

  constructor(model: PriorModel) {
    this.#model = model
  }

  get version(): string {
    return this.#model.version
  }

  estimate(workloads: readonly Workload[], level = USUAL_LEVEL): readonly ThroughputEstimate[] {
    return this.#model.estimate(workloads, level).map((estimate) => throughputEstimate(estimate, level))
  }

  calibrate(measurements: readonly MeasuredWorkload[]): ThroughputEstimator {
    return calibrated(this, measurements)
  }

  preparations(): Iterable<void> {
    return this.#model.preparations()
  }

  nearest(workload: Workload, count: number): readonly NearWorkload[] {
    return this.#model.nearest.nearest(workload, count)
  }

  explain(workload: Workload): Attribution {
    return this.#model.explain(workload)
  }

  asMeasured(workload: Workload): Workload | undefined {
    return this.#model.usualRuns.asMeasured(workload)
  }

  words(): Readonly<Record<string, readonly string[]>> {
    return this.#model.words
  }
}
