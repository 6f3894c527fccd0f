import type { Comparison } from '../api/index.ts'
import type { InputKind, Inputs, Metric } from '../metrics/index.ts'
import { createRandom, holm, mcnemar, minimumDetectableEffect, pairedRandomisation, studentTCdf, studentTQuantile, wilcoxonSignedRank } from '../stats/index.ts'
import { dataOf } from './frame.ts'
import { pairedStandardError } from './influence.ts'
import type { Evidence } from './intervals.ts'
import { SHUFFLE_WORK } from './plan.ts'
import type { RandomisationTest } from './randomisation.ts'
import { bootstrapBounds, bootstrapStandardError, differenceOf } from './resampling.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** Above this many rows these tests cost more than they tell beyond the normal approximation. */
const ITEM_TEST_ROWS = 20_000
const SIGN_FLIPS = 9999

export interface ComparedMetric {
  readonly metric: Metric
  /** Model id to value. */
  readonly values: ReadonlyMap<string, number>
  readonly evidence: Evidence
  /** The paired randomisation test, where it is cheap enough. */
  readonly randomised: ((metric: Metric, a: ModelInput, b: ModelInput) => RandomisationTest | undefined) | undefined
}

interface Tested {
  readonly test: string
  readonly pValue: number
}

/** All pairs of models, or every model against the baseline. */
export function modelPairs({ models, baseline, compare }: RunInput): readonly (readonly [ModelInput, ModelInput])[] {
  if (!compare) return []
  const base = models.find(({ id }) => id === baseline)
  if (base) return models.filter((model) => model !== base).map((model) => [model, base] as const)
  return models.flatMap((a, i) => models.slice(i + 1).map((b) => [a, b] as const))
}

/** Paired comparisons of one metric, Holm-adjusted over its pairs. */
export function compareModelsOn(compared: ComparedMetric, pairs: readonly (readonly [ModelInput, ModelInput])[], input: RunInput): Comparison[] {
  const tested = pairs.flatMap(([a, b]) => comparePair(compared, a, b, input, pairs.length) ?? [])
  const adjusted = holm(tested.map(({ p_value }) => p_value))
  const level = input.confidence?.level ?? 0.95
  return tested.map((comparison, i) => ({ ...comparison, p_adjusted: adjusted[i]!, adjustment: tested.length > 1 ? 'holm' : 'none', significant: adjusted[i]! <= 1 - level }))
}

type Unadjusted = Omit<Comparison, 'p_adjusted' | 'adjustment' | 'significant'>

function comparePair(compared: ComparedMetric, a: ModelInput, b: ModelInput, input: RunInput, pairs: number): Unadjusted | undefined {
  const { metric, values } = compared
  const [dataA, dataB] = [dataOf(metric, a), dataOf(metric, b)]
  if (!values.has(a.id) || !values.has(b.id) || dataA === undefined || dataB === undefined) return undefined
  const difference = values.get(a.id)! - values.get(b.id)!
  const spread = differenceSpread(compared, a, b, difference, input)
  const tested = itemTest(metric, dataA, dataB, input, pairs) ?? compared.randomised?.(metric, a, b) ?? normalTest(metric, difference, spread, input.n)
  if (!tested) return undefined
  const level = input.confidence?.level ?? 0.95
  return {
    metric: metric.id,
    model_a: a.id,
    model_b: b.id,
    difference,
    lower: spread?.lower ?? null,
    upper: spread?.upper ?? null,
    level,
    test: tested.test,
    p_value: tested.pValue,
    minimum_detectable_effect: spread && spread.standardError > 0 ? minimumDetectableEffect(spread.standardError, level) : null,
  }
}

interface Spread {
  readonly lower: number
  readonly upper: number
  readonly standardError: number
  readonly resampled: boolean
}

/** Interval and standard error of a paired difference: from shared resamples, else from influence values. */
function differenceSpread({ evidence: { replicates, influence } }: ComparedMetric, a: ModelInput, b: ModelInput, difference: number, input: RunInput): Spread | undefined {
  const level = input.confidence?.level ?? 0.95
  const [repA, repB] = [replicates?.get(a.id), replicates?.get(b.id)]
  if (repA && repB) {
    const paired = differenceOf(repA, repB)
    const bounds = bootstrapBounds(paired, difference, level)
    if (bounds) return { ...bounds, standardError: bootstrapStandardError(paired), resampled: true }
  }
  const [infA, infB] = [influence.get(a.id), influence.get(b.id)]
  if (!infA || !infB || infA.length < 2) return undefined
  const standardError = pairedStandardError(infA, infB, input.n)
  const half = studentTQuantile((1 + level) / 2, input.n - 1) * standardError
  return Number.isFinite(half) ? { lower: difference - half, upper: difference + half, standardError, resampled: false } : undefined
}

/** What is left when nothing exact is cheap: DeLong for areas, z with the standard error of resamples or influence values else. */
function normalTest(metric: Metric, difference: number, spread: Spread | undefined, n: number): Tested | undefined {
  if (spread === undefined) return undefined
  const { standardError } = spread
  const test = spread.resampled ? 'bootstrap_z' : metric.influenceName === 'delong' ? 'delong' : 'influence_z'
  if (standardError === 0) return { test, pValue: difference === 0 ? 1 : 0 }
  return { test, pValue: 2 * studentTCdf(-Math.abs(difference / standardError), Math.max(1, n - 1)) }
}

/** Scores per row have tests of their own: McNemar for right or wrong, Wilcoxon for bounded scores, sign flips of the mean for unbounded losses. */
function itemTest(metric: Metric, dataA: Inputs[InputKind], dataB: Inputs[InputKind], input: RunInput, pairs: number): Tested | undefined {
  if (!metric.items || input.weights !== null || input.n > ITEM_TEST_ROWS) return undefined
  const [a, b] = [metric.items(dataA, input.params), metric.items(dataB, input.params)]
  const isRight = (value: number) => value === 0 || value === 1
  if (a.every(isRight) && b.every(isRight)) return mcnemar(discordant(a, b), discordant(b, a))
  const differences = a.map((value, i) => value - b[i]!)
  if (Number.isFinite(metric.range[0]) && Number.isFinite(metric.range[1])) return { test: 'wilcoxon', pValue: wilcoxonSignedRank(differences).pValue }
  return SIGN_FLIPS * input.n * pairs > SHUFFLE_WORK ? undefined : pairedRandomisation(differences, { resamples: SIGN_FLIPS, random: createRandom(input.confidence?.seed ?? 0) })
}

const discordant = (a: Float64Array, b: Float64Array): number => a.reduce((count, value, i) => count + (value === 1 && b[i] === 0 ? 1 : 0), 0)
