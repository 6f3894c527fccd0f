import { RecentlyUsed } from '../../models/recently-used.ts'
import { type Attribution, attributionTo } from '../attribution.ts'
import { factsOf } from '../facts/facts.ts'
import type { GaussianProcess } from '../gaussian-process/gaussian-process.ts'
import { NearestMeasurements } from '../prior/nearest-measurements.ts'
import type { MeasuredWorkload, NearWorkload, ThroughputEstimate, ThroughputEstimator, Workload } from '../workload.ts'
import { asNewModel, type BaseEstimate, deviationOf, inLogs, type KnownError, type KnownErrors, knownErrorsOf } from './base-errors.ts'
import { doubtingProcess } from './doubting-process.ts'
import { doubtsOf, sharedDoubt } from './doubts.ts'
import { ErrorField } from './error-field.ts'
import { type DeviceIs, errorPoint } from './error-kernel.ts'
import { ofRepeats, Repeats } from './repeats.ts'
import { medianShot, type Shot, seriesOf, shotOf } from './shot.ts'

/** The measurements on a platform, and what was worked out about them. */
interface Shots {
  readonly all: readonly Shot[]
  readonly field: ErrorField
  /** Correlations of a measurement's error with those of all others, by its place. */
  readonly correlations: RecentlyUsed<Float64Array>
  /** Processes by the places of the measurements they are fitted to, and whose errors. */
  readonly fits: RecentlyUsed<FittedErrors>
}

/** Places of the measurements that tell about a workload, and how much each does. */
interface Near {
  readonly places: readonly number[]
  readonly correlations: Float64Array
}

/** Whose errors: those of usual estimates, or of what stands for them where the model asked about is new. */
type Whose = 'usual' | 'ofNewModel'

/** The errors at a set of measurements, and how large they turned out, over the usual. */
interface FittedErrors {
  readonly errors: GaussianProcess
  readonly scale: number
  /** Variance that is a series' own: that of its only measurement, which contradicts those of other series. */
  readonly ownOfSeries: ReadonlyMap<string, { readonly place: number; readonly variance: number }>
}

/** Measurements that speak about one workload, at most: work grows with the cube. */
const MOST_SHOTS = 100
/** Processes that are remembered; each is about 80 KB. */
const MOST_PROCESSES = 128
/** Correlations among measurements that are remembered. */
const MOST_CORRELATIONS = 1_000_000
/** Correlation below which a measurement is not asked. */
const LEAST_CORRELATION = 0.02
/** Two measurements of the same differ by about this, in logs. */
const NOISE = 0.02
/** Variance of errors that sizes do not explain, in units of the usual error's. */
const OWN_VARIANCE = 0.03
/** Measurements that the usual error counts for, against how well the measurements foretell each other. */
const USUAL_WEIGHT = 3
/** One measurement's square says no more than this: tails are heavy. */
const MOST_SQUARE = 9
/** An interval becomes at most so many times as wide. */
const MOST_WIDENING = 3
/** Part of the doubt about sources that the usual error knows of already. */
const USUAL_DOUBT = 0.5
/** Part of a new model's error that others tell of, of what its size would let them: the rest is the model's own. */
const NEW_MODEL_SHARE = 0.6
/** A model that nobody measured is moved no further, in logs. */
const MOST_SHIFT_OF_NEW_MODEL = 1.5
/** Measurements of the same workload that may be shown as the nearest ones. */
const MOST_REPEATS_SHOWN = 3
/** Level at which the base's usual error is asked. */
const LEVEL = 0.9

/**
 * An estimator that also knows a caller's measurements. What was measured is answered with the measurement; elsewhere a Gaussian process over the base's errors at the measurements
 * (in units of its usual error, so that where the base is sure less is corrected) moves the estimate and narrows its interval, the more so the better the measurements foretell each other.
 * On a new device they also show which of the sources of the base's estimates to believe. Acts at once; nothing is trained.
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
  readonly #shots: ReadonlyMap<string, Shots>
  readonly #repeats: Repeats
  #own: NearestMeasurements | undefined
  readonly #errors: WeakMap<Shot, KnownErrors>

  constructor(base: ThroughputEstimator, measurements: readonly MeasuredWorkload[]) {
    this.#base = base
    this.#measurements = measurements
    const shots = measurements.map(shotOf)
    const byPlatform = Map.groupBy(withoutRepeats(shots), ({ workload }) => workload.platform)
    this.#shots = new Map([...byPlatform].map(([platform, own]) => [platform, shotsOf(own)]))
    this.#repeats = new Repeats(shots)
    this.#errors = errorsOf(base)
  }

  get version(): string {
    return this.#base.version
  }

  calibrate(measurements: readonly MeasuredWorkload[]): ThroughputEstimator {
    return new CalibratedEstimator(this.#base, [...this.#measurements, ...measurements])
  }

  nearest(workload: Workload, count: number): readonly NearWorkload[] {
    this.#own ??= new NearestMeasurements(newestRepeats(this.#measurements.map(shotOf)).map(({ reference }) => reference))
    const own = this.#own.nearest(workload, count)
    return [...own, ...(this.#base.nearest?.(workload, count) ?? [])].sort((a, b) => a.distance - b.distance).slice(0, count)
  }

  explain(workload: Workload): Attribution {
    const { throughput } = this.estimate([workload])[0]!
    const { base, effects } = this.#base.explain?.(workload) ?? { base: this.#base.estimate([workload])[0]!.throughput, effects: [] }
    return attributionTo(throughput, 'own_measurements', base, effects)
  }

  asMeasured(workload: Workload): Workload | undefined {
    return this.#base.asMeasured?.(workload)
  }

  estimate(workloads: readonly Workload[], level = LEVEL): readonly ThroughputEstimate[] {
    const atLevel = this.#base.estimate(workloads, level)
    const usual = level === LEVEL ? atLevel : this.#base.estimate(workloads, LEVEL)
    return workloads.map((workload, i) => this.#repeats.answer(workload, level) ?? this.#corrected(workload, atLevel[i]!, inLogs(usual[i]!), level))
  }

  #corrected(workload: Workload, estimate: ThroughputEstimate, usual: BaseEstimate, level: number): ThroughputEstimate {
    const shots = this.#shots.get(workload.platform)
    const { deviceIs } = usual
    const near = shots && nearest(shots, workload, deviceIs)
    if (shots === undefined || near === undefined) return estimate
    const deviation = deviationOf(usual)
    const whose = estimate.isNewModel ? 'ofNewModel' : 'usual'
    const asked = estimate.isNewModel ? asNewModel(usual) : usual
    const { errors, scale, ownOfSeries } = shots.fits.get(`${deviceIs} ${whose} ${near.places.join()}`, () => this.#fit(shots, near.places, deviceIs, whose))
    const doubts = doubtsOf(asked.opinions, deviation)
    const series = ownOfSeries.size > 0 ? ownOfSeries.get(seriesOf(workload)) : undefined
    const variance = 1 + sharedDoubt(doubts, doubts) + (series?.variance ?? 0)
    const covariances = near.correlations.map((correlation, i) => correlation * (1 + sharedDoubt(doubts, this.#errors.get(shots.all[near.places[i]!]!)![whose].doubts)))
    if (series !== undefined) covariances[series.place]! += series.variance
    const { mean, deviation: left } = errors.at(covariances, variance)
    const { middle, halfWidth } = inLogs(estimate)
    const share = Math.min(1, this.#usualAt(shots, near, ({ usual: { deviation: own } }) => own) / deviation)
    const shareOfWidth = Math.min(1, this.#usualAt(shots, near, ({ halfWidth: own }) => own) / usual.halfWidth)
    const told = (shareOfWidth * (estimate.isNewModel ? NEW_MODEL_SHARE : 1)) ** 2
    const unexplained = Math.min(1, left ** 2 / (1 + USUAL_DOUBT * (variance - 1)))
    const factor = scale ** near.correlations.reduce((most, one) => Math.max(most, one)) * Math.sqrt(told * (unexplained + OWN_VARIANCE) + 1 - told + (NOISE / deviation) ** 2)
    const explained = 1 - left ** 2 / variance
    const shift = explained * (asked.middle - usual.middle) + mean * deviation * share
    const most = estimate.isNewModel ? MOST_SHIFT_OF_NEW_MODEL : Number.POSITIVE_INFINITY
    return fromLogs(middle + Math.max(-most, Math.min(most, shift)), halfWidth * factor, level)
  }

  /** How large errors usually are at the measurements that tell about a workload: where its own are larger, they tell of so much and no more. */
  #usualAt({ all }: Shots, { places, correlations }: Near, of: (errors: KnownErrors) => number): number {
    const total = correlations.reduce((sum, one) => sum + one, 0)
    return places.reduce((sum, place, i) => sum + correlations[i]! * of(this.#errors.get(all[place]!)!), 0) / total
  }

  #fit({ all, field, correlations }: Shots, places: readonly number[], deviceIs: DeviceIs, whose: Whose): FittedErrors {
    const shots = places.map((place) => all[place]!)
    this.#ask(shots.filter((shot) => !this.#errors.has(shot)))
    const known = shots.map((shot) => this.#errors.get(shot)![whose])
    const n = shots.length
    const covariance = new Float64Array(n * n)
    for (let row = 0; row < n; row++) {
      const place = places[row]!
      const values = correlations.get(`${deviceIs} ${place}`, () => field.correlations(field.points[place]!, deviceIs))
      for (let column = 0; column < n; column++) covariance[row * n + column] = values[places[column]!]! * (1 + sharedDoubt(known[row]!.doubts, known[column]!.doubts))
      covariance[row * n + row]! += (Math.hypot(NOISE, shots[row]!.spread, n === 1 ? known[row]!.beyondBelief : 0) / known[row]!.deviation) ** 2 + OWN_VARIANCE
    }
    const { errors, surprises, doubt } = doubtingProcess(
      covariance,
      Float64Array.from(known, ({ error }) => error),
    )
    const squares = surprises.reduce((sum, square, i) => sum + Math.min(MOST_SQUARE, square * Math.min(1, known[i]!.deviation / known[i]!.stated) ** 2), 0)
    return { errors, scale: Math.min(MOST_WIDENING, Math.sqrt((USUAL_WEIGHT + squares) / (USUAL_WEIGHT + n))), ownOfSeries: ownVariances(shots, known, doubt) }
  }

  /** Asks the base about measurements whose errors are not known yet. */
  #ask(shots: readonly Shot[]): void {
    const estimates = this.#base.estimate(
      shots.map(({ workload }) => workload),
      LEVEL,
    )
    shots.forEach((shot, i) => {
      this.#errors.set(shot, knownErrorsOf(shot.logThroughput, inLogs(estimates[i]!)))
    })
  }
}

/**
 * What contradicts measurements of other models or precisions may still be true of its own series: there it is believed, if it is the only one and says nothing impossible. Of several of a series
 * that contradict each other none is.
 */
function ownVariances(shots: readonly Shot[], known: readonly KnownError[], doubt: Float64Array): FittedErrors['ownOfSeries'] {
  const bySeries = Map.groupBy(shots.keys(), (place) => shots[place]!.series)
  const alone = [...bySeries].flatMap(([series, [place, ...others]]) =>
    others.length === 0 && doubt[place!]! > 0 && known[place!]!.beyondBelief === 0 ? [[series, { place: place!, variance: doubt[place!]! }] as const] : [],
  )
  return new Map(alone)
}

/** The measurements, repetitions of one configuration as their median: a slip that is recorded twice is no second witness. */
function withoutRepeats(shots: readonly Shot[]): readonly Shot[] {
  return [...Map.groupBy(shots, ({ repeatKey }) => repeatKey).values()].map((same) => {
    const figures = same.map(({ throughput }) => throughput)
    return same.length === 1 ? same[0]! : medianShot(same, ofRepeats(figures, LEVEL).value)
  })
}

/** The newest measurements of each workload, newest first. */
function newestRepeats(shots: readonly Shot[]): readonly Shot[] {
  const counts = new Map<string, number>()
  return shots.toReversed().filter(({ repeatKey }) => {
    const count = 1 + (counts.get(repeatKey) ?? 0)
    counts.set(repeatKey, count)
    return count <= MOST_REPEATS_SHOWN
  })
}

/** Errors of each base: another calibration of the same one need not ask again. */
const errorsOfBases = new WeakMap<ThroughputEstimator, WeakMap<Shot, KnownErrors>>()

function errorsOf(base: ThroughputEstimator): WeakMap<Shot, KnownErrors> {
  const errors = errorsOfBases.get(base) ?? new WeakMap<Shot, KnownErrors>()
  errorsOfBases.set(base, errors)
  return errors
}

function shotsOf(all: readonly Shot[]): Shots {
  const field = new ErrorField(all.map(({ point }) => point))
  return { all, field, correlations: new RecentlyUsed(Math.ceil(MOST_CORRELATIONS / all.length)), fits: new RecentlyUsed(MOST_PROCESSES) }
}

/** The measurements whose errors tell most about a workload's; undefined when none does. */
function nearest({ field }: Shots, workload: Workload, deviceIs: DeviceIs): Near | undefined {
  const correlations = field.correlations(errorPoint(factsOf(workload)), deviceIs, LEAST_CORRELATION)
  const told = Array.from(correlations.keys()).filter((place) => correlations[place]! >= LEAST_CORRELATION)
  if (told.length === 0) return undefined
  const places = told.length <= MOST_SHOTS ? told : told.sort((a, b) => correlations[b]! - correlations[a]!).slice(0, MOST_SHOTS)
  return { places, correlations: Float64Array.from(places, (place) => correlations[place]!) }
}

function fromLogs(middle: number, halfWidth: number, level: number): ThroughputEstimate {
  return { throughput: Math.exp(middle), lower: Math.exp(middle - halfWidth), upper: Math.exp(middle + halfWidth), level, provenance: 'calibrated' }
}
