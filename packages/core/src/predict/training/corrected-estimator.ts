import { BenchcastError } from '../../errors.ts'
import { quantile } from '../../stats/index.ts'
import { type Attribution, attributionTo, type FeatureEffect } from '../attribution.ts'
import { explainTrees } from '../boosted-trees/index.ts'
import { factsOf } from '../facts/facts.ts'
import type { MeasuredWorkload, NearWorkload, ThroughputEstimate, ThroughputEstimator, Workload } from '../workload.ts'
import { configurationKey } from './configurations.ts'
import type { TrainedCorrection } from './correction.ts'
import { type FittedCorrection, fittedOf, type Shift, shiftsOf } from './fitted-correction.ts'

/** What one feature does to an estimate. */
export interface Effect {
  /** Name of a feature; `measurements` is what all measurements have in common. */
  readonly feature: string
  /** Percent by which it raises (or lowers) the prior's estimate; the factors of all features multiply to the whole correction. */
  readonly effect: number
}

/** An estimator that can say what each feature did. */
export interface ExplainingEstimator extends ThroughputEstimator {
  /** Effects of the features of a workload, the greatest first (SHAP values of the trees, faded with the support as the estimate is). */
  attribution(workload: Workload): readonly Effect[]
  explain(workload: Workload): Attribution
}

/**
 * The prior with a trained correction on top. Within the correction's support its answers are `calibrated`, and their intervals are as wide as held-out measurements asked for; away from it
 * they fade into the prior's. `calibrate` lets the prior learn what the correction leaves over.
 *
 * @throws BenchcastError `invalid_model` when the correction was trained on another version of the prior.
 * @example applyCorrection(prior, correction).calibrate(measurements).estimate([workload])
 */
export function applyCorrection(prior: ThroughputEstimator, correction: TrainedCorrection): ExplainingEstimator {
  if (correction.priorVersion !== prior.version)
    throw new BenchcastError('invalid_model', `The predictor corrects version ${correction.priorVersion} of the shipped one, which is now ${prior.version}: train it again.`)
  return new CorrectedEstimator(prior, fittedOf(correction), `${prior.version}+${correction.rowsHash}`)
}

/** Level at which the widths of the prior's intervals are read. */
const WIDTH_LEVEL = 0.9
/** Support from which on an answer counts as calibrated. */
const SUPPORTED = 0.5

export class CorrectedEstimator implements ExplainingEstimator {
  readonly version: string
  readonly #inner: ThroughputEstimator
  readonly #correction: FittedCorrection
  /** Measured throughput by configuration: `#inner` was taught what the correction leaves over. */
  readonly #measured: ReadonlyMap<string, number>

  constructor(inner: ThroughputEstimator, correction: FittedCorrection, version: string, measured: ReadonlyMap<string, number> = new Map()) {
    this.version = version
    this.#inner = inner
    this.#correction = correction
    this.#measured = measured
  }

  estimate(workloads: readonly Workload[], level = WIDTH_LEVEL): readonly ThroughputEstimate[] {
    const shifts = this.#shifts(workloads)
    const estimates = this.#inner.estimate(workloads, level)
    const { stretch } = this.#correction
    if (stretch.length === 0 || level === WIDTH_LEVEL) return estimates.map((estimate, i) => shifted(estimate, estimate, shifts[i]!, this.#stretchAt(level)))
    const usual = this.#inner.estimate(workloads, WIDTH_LEVEL)
    return estimates.map((estimate, i) => shifted(estimate, usual[i]!, shifts[i]!, this.#stretchAt(level)))
  }

  calibrate(measurements: readonly MeasuredWorkload[]): CorrectedEstimator {
    const shifts = this.#shifts(measurements.map(({ workload }) => workload))
    const left = measurements.map(({ workload, throughput }, i) => ({ workload, throughput: throughput / Math.exp(shifts[i]!.log) }))
    const measured = new Map([...this.#measured, ...measurements.map(({ workload, throughput }) => [sourceKey(workload), throughput] as const)])
    return new CorrectedEstimator(this.#inner.calibrate(left), this.#correction, this.version, measured)
  }

  nearest(workload: Workload, count: number): readonly NearWorkload[] {
    const near = this.#inner.nearest?.(workload, count) ?? []
    return near.map((one) => ({ ...one, throughput: this.#measured.get(sourceKey(one.workload)) ?? one.throughput }))
  }

  asMeasured(workload: Workload): Workload | undefined {
    return this.#inner.asMeasured?.(workload)
  }

  explain(workload: Workload): Attribution {
    const { throughput } = this.estimate([workload])[0]!
    const inner = this.#inner.explain?.(workload) ?? { base: this.#inner.estimate([workload])[0]!.throughput, effects: [] }
    return attributionTo(throughput, 'range', inner.base, [...inner.effects, ...this.#effects(workload)])
  }

  attribution(workload: Workload): readonly Effect[] {
    const effects = this.#effects(workload).map(({ feature, log }) => ({ feature, effect: 100 * Math.expm1(log) }))
    return effects.filter(({ effect }) => effect !== 0).sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
  }

  #effects(workload: Workload): readonly FeatureEffect[] {
    const { ensemble, readFeatures, supportAt } = this.#correction
    const facts = factsOf(workload)
    const { base, contributions } = explainTrees(ensemble, readFeatures([facts]))[0]!
    const support = supportAt(facts)
    return [base, ...contributions].map((log, i) => ({ feature: ensemble.featureNames[i - 1] ?? 'measurements', log: support * log }))
  }

  #shifts(workloads: readonly Workload[]): readonly Shift[] {
    return shiftsOf(
      this.#correction,
      workloads.map((workload) => factsOf(workload)),
    )
  }

  /** Half-widths at {@link WIDTH_LEVEL} that hold held-out errors in `level` of all cases; undefined when unknown. */
  #stretchAt(level: number): number | undefined {
    const { stretch } = this.#correction
    return stretch.length === 0 ? undefined : quantile(stretch, level)
  }
}

const sourceKey = (workload: Workload): string => `${workload.source ?? ''} ${configurationKey(workload)}`

/** An estimate of the inner estimator with the shift, and with the half-widths of `usual` times `stretch` as far as there is support. What was measured stays as it is. */
function shifted(estimate: ThroughputEstimate, usual: ThroughputEstimate, { log, support }: Shift, stretch: number | undefined): ThroughputEstimate {
  const factor = Math.exp(log)
  const throughput = estimate.throughput * factor
  if (estimate.provenance === 'measured') return { ...estimate, throughput, lower: estimate.lower * factor, upper: estimate.upper * factor }
  const below = halfWidth(Math.log(estimate.throughput / estimate.lower), Math.log(usual.throughput / usual.lower), support, stretch)
  const above = halfWidth(Math.log(estimate.upper / estimate.throughput), Math.log(usual.upper / usual.throughput), support, stretch)
  const provenance = support >= SUPPORTED ? 'calibrated' : estimate.provenance
  return { ...estimate, throughput, lower: throughput / Math.exp(below), upper: throughput * Math.exp(above), provenance }
}

const halfWidth = (own: number, usual: number, support: number, stretch: number | undefined): number => (stretch === undefined ? own : support * stretch * usual + (1 - support) * own)
