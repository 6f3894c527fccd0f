import { type Attribution, attributionTo } from '../attribution.ts'
import { type Facts, factsOf } from '../facts/facts.ts'
import { type Evidence, evidenceFor, type Measurements, OWN_EVIDENCE, REMOTE } from '../residual/evidence.ts'
import { CATEGORIES, lookupOf } from '../residual/features.ts'
import { explainResidual } from '../residual/learner.ts'
import { guessName, type Tier, tierMatrix, tierRow } from '../residual/tiers.ts'
import { roofline } from '../roofline/roofline.ts'
import { atlasOf } from '../surface/atlas.ts'
import { ReferenceIndex } from '../transfer/index.ts'
import type { Opinion, Provenance, ThroughputEstimate, Workload } from '../workload.ts'
import { groupsOf } from './groups.ts'
import { halfWidths } from './intervals.ts'
import { KnownModels } from './known-models.ts'
import { NearestMeasurements } from './nearest-measurements.ts'
import { errorGroupsOf, type Prior } from './train-prior.ts'
import { UsualRuns } from './usual-runs.ts'
import { weigh } from './weigh.ts'

/** A prediction in logs, before a caller's own measurements. */
export interface PriorEstimate {
  readonly logThroughput: number
  /** Half the width of the central interval in logs. */
  readonly halfWidth: number
  readonly tier: Tier
  /** What single sources would have instead. */
  readonly opinions: readonly Opinion[]
}

/** A workload as a learner sees it. */
interface Case {
  readonly facts: Facts
  readonly evidence: Evidence
  readonly tier: Tier
}

/** What one learner says. */
interface Answer extends Case {
  readonly estimate: PriorEstimate
}

/** Any level does: throughput does not depend on it. */
const EXPLAINED_LEVEL = 0.9
/** log(throughput / roofline) is kept inside: what no measurement showed is not believed. */
const LEAST_RESIDUAL = -7
const MOST_RESIDUAL = 2.5
/** So far, in logs, evidence may lead away from what the trees say, which never leave the range of the data. */
const FARTHEST = 2

/** Predicts from the prior alone. */
export class PriorModel {
  readonly #prior: Prior
  readonly #lookup: ReadonlyMap<string, number>[]
  #measurements: Measurements | undefined
  #knownModels: KnownModels | undefined
  #usualRuns: UsualRuns | undefined
  #nearest: NearestMeasurements | undefined

  constructor(prior: Prior) {
    this.#prior = prior
    this.#lookup = lookupOf(prior.vocabulary)
  }

  get version(): string {
    return this.#prior.version
  }

  /** Words of its measurements by category. */
  get words(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(CATEGORIES.map(({ name }, place) => [name, this.#prior.vocabulary[place]!]))
  }

  /** Everything measured; made ready when first asked. */
  get measurements(): Measurements {
    const { references, surfaces, laws } = this.#prior
    this.#measurements ??= {
      atlas: atlasOf(references, surfaces),
      index: new ReferenceIndex(references),
      laws,
    }
    return this.#measurements
  }

  get knownModels(): KnownModels {
    this.#knownModels ??= new KnownModels(this.#prior.references)
    return this.#knownModels
  }

  get usualRuns(): UsualRuns {
    this.#usualRuns ??= new UsualRuns(this.#prior.references)
    return this.#usualRuns
  }

  get nearest(): NearestMeasurements {
    this.#nearest ??= new NearestMeasurements(this.#prior.references)
    return this.#nearest
  }

  /** Makes ready, piece by piece, what is else made when it is first asked. */
  *preparations(): Generator<void> {
    for (const part of ['knownModels', 'usualRuns', 'nearest', 'measurements'] as const) yield void this[part]
    yield* this.usualRuns.preparations()
    const { atlas } = this.measurements
    for (const region of atlas.regions) yield void region.surface.similarity
  }

  estimate(workloads: readonly Workload[], level: number): PriorEstimate[] {
    return this.#answers(workloads, level).map((answers) => together(answers.map(({ estimate }) => estimate)))
  }

  /** What each learner that may speak of a workload says of it, the surest first, but those last whose measurements of the model were taken quite differently. */
  #answers(workloads: readonly Workload[], level: number): readonly (readonly Answer[])[] {
    const cases = workloads.flatMap((workload, place) => this.#casesOf(workload).map((one) => ({ ...one, place })))
    const answers = workloads.map((): Answer[] => [])
    for (const [tier, members] of Map.groupBy(cases, (one) => one.tier)) {
      const estimates = this.#estimateTier(tier, members, level)
      members.forEach(({ place, ...one }, index) => void answers[place]!.push({ ...one, estimate: estimates[index]! }))
    }
    const remote = ({ evidence }: Answer) => Number(evidence.remoteness > REMOTE)
    return answers.map((own) => own.sort((a, b) => remote(a) - remote(b) || a.estimate.halfWidth - b.estimate.halfWidth))
  }

  /** A workload as each learner that may speak of it sees it. */
  #casesOf(workload: Workload): readonly Case[] {
    const facts = factsOf(this.knownModels.complete(workload))
    return evidenceFor(this.measurements, facts).map((evidence) => ({ facts, evidence, tier: this.#tierOf(evidence) }))
  }

  /** What each feature does to an estimate: the evidence's own guess, and Shapley values of the trees as far as they are believed. */
  explain(workload: Workload): Attribution {
    const [answers] = this.#answers([workload], EXPLAINED_LEVEL)
    const { facts, evidence, tier } = answers![0]!
    const estimate = together(answers!.map((answer) => answer.estimate))
    const row = tierRow(tier, facts, evidence, this.#lookup)
    const { heard } = weigh(this.#prior.tiers[tier]!, tierMatrix(tier, [row]), [row], [groupsOf(facts)])
    const room = 1 - trustInOwn(tier, evidence)
    const explained = heard.map(({ trees, says, shares }) => ({
      share: room * shares[0]!,
      ...(trees === undefined ? { base: 0, contributions: [{ feature: 'cost_law', log: says[0]! }] } : explainResidual(trees.learner, trees.matrix)),
    }))
    const effects = explained.flatMap(({ share, contributions }) => contributions.map(({ feature, log }) => ({ feature, log: share * log })))
    const guess = { feature: guessName(tier), log: (1 - explained.reduce((sum, { share }) => sum + share, 0)) * row.base }
    const base = explained.reduce((sum, own) => sum + own.share * own.base, 0)
    return attributionTo(Math.exp(estimate.logThroughput), answers!.length > 1 ? 'other_learner' : 'bounds', roofline(facts).itemsPerSecond * Math.exp(base), [guess, ...effects])
  }

  #tierOf(evidence: Evidence): Tier {
    if (evidence.own !== undefined) return 'known-device'
    return evidence.knowsModel ? 'known-model' : 'all-new'
  }

  #estimateTier(tier: Tier, cases: readonly Omit<Case, 'tier'>[], level: number): PriorEstimate[] {
    const model = this.#prior.tiers[tier]!
    const rows = cases.map(({ facts, evidence }) => tierRow(tier, facts, evidence, this.#lookup))
    const { heard, seen } = weigh(
      model,
      tierMatrix(tier, rows),
      rows,
      cases.map(({ facts }) => groupsOf(facts)),
    )
    const widths = halfWidths(
      model.errors,
      seen,
      cases.map(({ facts }, index) => errorGroupsOf(tier, facts, rows[index]!)),
      level,
    )
    return cases.map(({ facts, evidence }, index) => {
      const trust = trustInOwn(tier, evidence)
      const { base } = rows[index]!
      const residual = base + (1 - trust) * heard.reduce((sum, { says, shares }) => sum + shares[index]! * (says[index]! - base), 0)
      const learnt = heard[0].says[index]!
      const bounded = clamp(clamp(residual, learnt - FARTHEST, learnt + FARTHEST), LEAST_RESIDUAL, MOST_RESIDUAL)
      return {
        logThroughput: bounded + Math.log(roofline(facts).itemsPerSecond),
        halfWidth: Math.min(MOST_HALF_WIDTH, Math.hypot(widths[index]! * WIDTH_FACTORS[tier] * (1 - 0.6 * trust), WIDTH_OF_REMOTE * Math.max(0, evidence.remoteness - REMOTE))),
        tier,
        opinions: evidence.opinions.map(({ kind, by, residual: own }) => ({ kind, by, difference: own - bounded })),
      }
    })
  }
}

/** How much less sure the learner of known models is beyond {@link REMOTE}, in logs a unit of distance. */
const WIDTH_OF_REMOTE = 0.3

/** Learners count by this power of 1 / half width, as the voices within one do: the surer one nearly alone, unless they are about as sure. */
const SURENESS = 4

/** How far learners lie apart is a standard deviation; intervals of 90 % have half widths of 1.645. */
const DISAGREEMENT = 1.645 ** 2

/** What learners say together, the most telling of them first: it is its sources that measurements will show to be right or wrong. Who has seen the model has more of them than who has not. */
function together(estimates: readonly PriorEstimate[]): PriorEstimate {
  const first = estimates.find(({ tier }) => tier !== 'all-new') ?? estimates[0]!
  if (estimates.length === 1) return first
  const weights = estimates.map(({ halfWidth }) => halfWidth ** -SURENESS)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = (of: (estimate: PriorEstimate) => number) => estimates.reduce((sum, estimate, index) => sum + (weights[index]! / total) * of(estimate), 0)
  const logThroughput = mean((estimate) => estimate.logThroughput)
  const shift = first.logThroughput - logThroughput
  return {
    ...first,
    logThroughput,
    halfWidth: Math.sqrt(mean(({ halfWidth, logThroughput: own }) => halfWidth ** 2 + DISAGREEMENT * (own - logThroughput) ** 2)),
    opinions: first.opinions.map((opinion) => ({ ...opinion, difference: opinion.difference + shift })),
  }
}

/** Of tens of thousands of predictions that were tested, none was off by more than this, in logs: a wider interval says nothing more. */
const MOST_HALF_WIDTH = Math.log(250)

/**
 * Out-of-fold learners of new devices know less than the shipped one; cross-validation of the whole shows by how much their intervals are too wide:
 * most where all is new, as they saw four rows in nine.
 */
const WIDTH_FACTORS: Readonly<Record<Tier, number>> = { 'known-device': 1, 'known-model': 0.8, 'all-new': 0.75 }

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** Closeness of two runs of one architecture in one configuration, about; the learner corrects what was measured at another architecture and has nothing to add to a repetition. */
const SAME = 0.998
const NEAR = 0.98

/** How much of the evidence's guess learners have nothing to add to. */
function trustInOwn(tier: Tier, { own }: Evidence): number {
  if (tier !== 'known-device' || own === undefined) return 0
  const closeness = own[OWN_EVIDENCE.indexOf('own_closeness')]!
  return Math.max(0, Math.min(1, (closeness - NEAR) / (SAME - NEAR)))
}

/** An estimate in items per second. */
export function throughputEstimate({ logThroughput, halfWidth, tier, opinions }: PriorEstimate, level: number, provenance: Provenance = 'learned'): ThroughputEstimate {
  const [throughput, lower, upper] = [logThroughput, logThroughput - halfWidth, logThroughput + halfWidth].map(Math.exp) as [number, number, number]
  return {
    throughput,
    lower,
    upper,
    level,
    provenance,
    ...(tier === 'all-new' && { isNewModel: true }),
    ...(tier === 'known-device' && { isKnownDevice: true }),
    ...(opinions.length > 0 && { opinions }),
  }
}
