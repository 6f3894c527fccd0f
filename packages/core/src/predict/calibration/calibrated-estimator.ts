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

/** The errors at a set of measurements, and how large they turned out, over the usual. */
interface FittedErrors {
  readonly process: GaussianProcess
  readonly scale: number
}

/** Measurements that speak about one workload, at most: work grows with the cube. */
const MOST_SHOTS = 100
/** Processes that are remembered. */
const MOST_PROCESSES = 64
/** Correlation below which a measurement is not asked. */
const LEAST_CORRELATION = 0.02
/** Two measurements of the same differ by about this, in logs. */
const NOISE = 0.02
/** Variance of errors that sizes do not explain, in units of the usual error's. */
const OWN_VARIANCE = 0.006
/** Half-width of a normal's 90 % interval over its standard deviation. */
const HALF_WIDTH_DEVIATIONS = 1.645
/** Measurements that the usual error counts for, against how well the measurements foretell each other. */
const USUAL_WEIGHT = 3
/** One measurement's square says no more than this: tails are heavy. */
const MOST_SQUARE = 9
/** An interval becomes at most so many times as wide. */
const MOST_WIDENING = 1.5
/** Errors are compared in units of the base's usual error, which is taken to be inside these, in logs. */
const LEAST_DEVIATION = 0.04
const MOST_DEVIATION = 1.5
/** Level at which the base's usual error is asked. */
const LEVEL = 0.9

/**
 * An estimator that also knows a caller's measurements. What was measured is answered with the measurement; elsewhere a Gaussian process over the base's errors at the measurements
 * (in units of its usual error, so that where the base is sure less is corrected) moves the estimate and narrows its interval, the more so the better the measurements foretell each other. Acts at once; nothing is trained.
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
  readonly #processes = new Map<string, FittedErrors>()

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
    const { process, scale } = this.#errorsAt(near)
    const correlations = correlationsWith(point, near)
    const { mean, deviation: left } = process.at(correlations, 1)
    const { middle, halfWidth } = inLogs(estimate)
    const factor = scale ** Math.max(...correlations) * Math.hypot(left, Math.sqrt(OWN_VARIANCE), NOISE / deviation)
    return fromLogs(middle + mean * deviation, halfWidth * factor, level)
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

  /** What a set of measurements says; remembered, since with few measurements every workload asks the same set. */
  #errorsAt(shots: readonly Shot[]): FittedErrors {
    const key = shots.map(({ index }) => index).join()
    const fitted = this.#processes.get(key) ?? this.#fit(shots)
    if (this.#processes.size >= MOST_PROCESSES) this.#processes.clear()
    this.#processes.set(key, fitted)
    return fitted
  }

  #fit(shots: readonly Shot[]): FittedErrors {
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
      covariance[row * n + row]! += (NOISE / errors[row]!.deviation) ** 2 + OWN_VARIANCE
    }
    const process = new GaussianProcess(
      covariance,
      Float64Array.from(errors, ({ error }) => error),
    )
    const squares = process.leaveOneOutSquares().reduce((sum, square) => sum + Math.min(MOST_SQUARE, square), 0)
    return { process, scale: Math.min(MOST_WIDENING, Math.sqrt((USUAL_WEIGHT + squares) / (USUAL_WEIGHT + n))) }
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

const correlationsWith = (point: ErrorPoint, shots: readonly Shot[]): Float64Array => Float64Array.from(shots, (shot) => errorCorrelation(point, shot.point))
const deviationOf = ({ halfWidth }: BaseEstimate): number => Math.max(LEAST_DEVIATION, Math.min(MOST_DEVIATION, halfWidth / HALF_WIDTH_DEVIATIONS))
const inLogs = ({ throughput, upper }: ThroughputEstimate): BaseEstimate => ({ middle: Math.log(throughput), halfWidth: Math.log(upper / throughput) })

function fromLogs(middle: number, halfWidth: number, level: number): ThroughputEstimate {
  return { throughput: Math.exp(middle), lower: Math.exp(middle - halfWidth), upper: Math.exp(middle + halfWidth), level, provenance: 'calibrated' }
}
