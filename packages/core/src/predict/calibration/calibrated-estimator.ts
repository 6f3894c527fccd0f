import { factsOf } from '../facts/facts.ts'
import { GaussianProcess } from '../gaussian-process/gaussian-process.ts'
import type { MeasuredWorkload, ThroughputEstimate, ThroughputEstimator, Workload } from '../workload.ts'
import { type ErrorPoint, errorCorrelation, errorPoint } from './error-kernel.ts'
import { Repeats } from './repeats.ts'

/** A base estimate in logs: its middle and half its width. */
interface BaseEstimate {
  readonly middle: number
  readonly halfWidth: number
}

/** A measurement and, once somebody asked, how wrong the base is there, in units of the base's usual error. */
interface Shot {
  readonly index: number
  readonly workload: Workload
  readonly logThroughput: number
  readonly point: ErrorPoint
}

/** Measurements that speak about one workload, at most: work grows with the cube. */
const MOST_SHOTS = 100
/** Processes that are remembered. */
const MOST_PROCESSES = 64
/** Correlation below which a measurement is not asked. */
const LEAST_CORRELATION = 0.02
/** Two measurements of the same differ by about this, in logs. */
const NOISE = 0.02
/** Half-widths of 90 % intervals over standard deviations of errors: their tails are heavier than a normal's. */
const HALF_WIDTH_DEVIATIONS = 1.9
/** Errors are compared in units of the base's usual error, which is taken to be inside these, in logs. */
const LEAST_DEVIATION = 0.04
const MOST_DEVIATION = 1.5
/** Level at which the base's usual error is asked. */
const LEVEL = 0.9

/**
 * An estimator that also knows a caller's measurements. What was measured is answered with the measurement; elsewhere a Gaussian process over the base's errors at the measurements
 * (in units of its usual error, so that where the base is sure less is corrected) moves the estimate and narrows its interval. Acts at once; nothing is trained.
 *
 * @example
 * const own = calibrated(prior, [{ workload, throughput: 812 }])
 * own.estimate([{ ...workload, batchSize: 16 }])[0].provenance // 'calibrated'
 */
export function calibrated(base: ThroughputEstimator, measurements: readonly MeasuredWorkload[]): ThroughputEstimator {
  return measurements.length === 0 ? base : new CalibratedEstimator(base, measurements)
}

class CalibratedEstimator implements ThroughputEstimator {
  readonly #base: ThroughputEstimator
  readonly #measurements: readonly MeasuredWorkload[]
  readonly #shots: ReadonlyMap<string, readonly Shot[]>
  readonly #repeats: Repeats
  readonly #errors = new Map<Shot, { readonly error: number; readonly deviation: number }>()
  readonly #processes = new Map<string, GaussianProcess>()

  constructor(base: ThroughputEstimator, measurements: readonly MeasuredWorkload[]) {
    this.#base = base
    this.#measurements = measurements
    const shots = measurements.map(({ workload, throughput }, index): Shot => ({ index, workload, logThroughput: Math.log(throughput), point: errorPoint(factsOf(workload)) }))
    this.#shots = Map.groupBy(shots, ({ workload }) => workload.platform)
    this.#repeats = new Repeats(measurements)
  }

  get version(): string {
    return this.#base.version
  }

  calibrate(measurements: readonly MeasuredWorkload[]): ThroughputEstimator {
    return new CalibratedEstimator(this.#base, [...this.#measurements, ...measurements])
  }

  estimate(workloads: readonly Workload[], level = LEVEL): readonly ThroughputEstimate[] {
    const atLevel = this.#base.estimate(workloads, level)
    const usual = level === LEVEL ? atLevel : this.#base.estimate(workloads, LEVEL)
    return workloads.map((workload, i) => this.#repeats.answer(workload, level) ?? this.#corrected(workload, atLevel[i]!, inLogs(usual[i]!), level))
  }

  #corrected(workload: Workload, estimate: ThroughputEstimate, usual: BaseEstimate, level: number): ThroughputEstimate {
    const point = errorPoint(factsOf(workload))
    const near = this.#nearest(point)
    if (near.length === 0) return estimate
    const deviation = deviationOf(usual)
    const { mean, deviation: left } = this.#processOf(near).at(
      Float64Array.from(near, ({ point: other }) => errorCorrelation(point, other)),
      1,
    )
    const { middle, halfWidth } = inLogs(estimate)
    const narrowed = halfWidth * Math.min(1, Math.hypot(left, NOISE / deviation))
    return fromLogs(middle + mean * deviation, narrowed, level)
  }

  /** The measurements whose errors tell most about a workload's. */
  #nearest(point: ErrorPoint): readonly Shot[] {
    const shots = this.#shots.get(point.facts.workload.platform) ?? []
    const told = shots.map((shot) => ({ shot, correlation: errorCorrelation(point, shot.point) })).filter(({ correlation }) => correlation >= LEAST_CORRELATION)
    if (told.length <= MOST_SHOTS) return told.map(({ shot }) => shot)
    return told
      .sort((a, b) => b.correlation - a.correlation)
      .slice(0, MOST_SHOTS)
      .map(({ shot }) => shot)
  }

  /** The process of a set of measurements; remembered, since with few measurements every workload asks the same set. */
  #processOf(shots: readonly Shot[]): GaussianProcess {
    const key = shots.map(({ index }) => index).join()
    const process = this.#processes.get(key) ?? this.#fit(shots)
    if (this.#processes.size >= MOST_PROCESSES) this.#processes.clear()
    this.#processes.set(key, process)
    return process
  }

  #fit(shots: readonly Shot[]): GaussianProcess {
    this.#ask(shots.filter((shot) => !this.#errors.has(shot)))
    const errors = shots.map((shot) => this.#errors.get(shot)!)
    const n = shots.length
    const covariance = new Float64Array(n * n)
    for (let row = 0; row < n; row++) {
      for (let column = 0; column <= row; column++) {
        const value = errorCorrelation(shots[row]!.point, shots[column]!.point)
        covariance[row * n + column] = value
        covariance[column * n + row] = value
      }
      covariance[row * n + row]! += (NOISE / errors[row]!.deviation) ** 2 + 0.02
    }
    return new GaussianProcess(
      covariance,
      Float64Array.from(errors, ({ error }) => error),
    )
  }

  /** Asks the base about measurements whose errors are not known yet. */
  #ask(shots: readonly Shot[]): void {
    const estimates = this.#base.estimate(
      shots.map(({ workload }) => workload),
      LEVEL,
    )
    shots.forEach((shot, i) => {
      const usual = inLogs(estimates[i]!)
      const deviation = deviationOf(usual)
      this.#errors.set(shot, { error: (shot.logThroughput - usual.middle) / deviation, deviation })
    })
  }
}

const deviationOf = ({ halfWidth }: BaseEstimate): number => Math.max(LEAST_DEVIATION, Math.min(MOST_DEVIATION, halfWidth / HALF_WIDTH_DEVIATIONS))
const inLogs = ({ throughput, upper }: ThroughputEstimate): BaseEstimate => ({ middle: Math.log(throughput), halfWidth: Math.log(upper / throughput) })

function fromLogs(middle: number, halfWidth: number, level: number): ThroughputEstimate {
  return { throughput: Math.exp(middle), lower: Math.exp(middle - halfWidth), upper: Math.exp(middle + halfWidth), level, provenance: 'calibrated' }
}
