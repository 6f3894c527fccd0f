import type { Numbers } from '../inputs.ts'
import type { Statistic } from '../metric.ts'

const SLOTS = [
  'rows',
  'weight',
  'anchorT',
  'anchorP',
  'anchorE',
  'firstT',
  'firstP',
  'variesT',
  'variesP',
  't',
  'p',
  'e',
  'tt',
  'pp',
  'tp',
  'ee',
  'absolute',
  'squared',
  'relative',
  'symmetric',
  'zeros',
] as const
type Slot = (typeof SLOTS)[number]
const AT = Object.fromEntries(SLOTS.map((slot, i) => [slot, i])) as Record<Slot, number>

/** Rows summed on their own before they join the state: keeps rounding errors from growing with n. */
const BLOCK = 4096
const ANCHOR_ROWS = 512

/**
 * Sums over pairs of true (t) and predicted (p) numbers and the errors e = p - t. First and second moments are taken about anchors, the means of
 * the first rows, so that a large common offset costs no digits; states with different anchors merge by moving one to the other's.
 */
export const numberSums: Statistic<'numbers'> = {
  id: 'number_sums',
  size: () => SLOTS.length,
  update(state, input, _params, from, to) {
    if (from >= to) return
    if (state[AT.rows] === 0) start(state, input, from, to)
    markVarying(state, input, from, to)
    state[AT.rows]! += to - from
    for (let at = from; at < to; at += BLOCK) addBlock(state, input, at, Math.min(to, at + BLOCK))
  },
  merge,
}

function start(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  const first =
    weights === null
      ? from
      : Math.max(
          from,
          weights.findIndex((w, i) => i >= from && w > 0),
        )
  state[AT.firstT] = truth[first]!
  state[AT.firstP] = predicted[first]!
  const end = Math.min(to, from + ANCHOR_ROWS)
  for (let i = from; i < end; i++) {
    state[AT.anchorT]! += truth[i]! / (end - from)
    state[AT.anchorP]! += predicted[i]! / (end - from)
    state[AT.anchorE]! += (predicted[i]! - truth[i]!) / (end - from)
  }
}

/** Whether truth and prediction take more than one value, found by comparison: a variance of exactly 0 does not survive rounding. */
function markVarying(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  const differs = (column: Float64Array, first: number) => {
    for (let i = from; i < to; i++) if (column[i] !== first && (weights === null || weights[i]! > 0)) return 1
    return 0
  }
  if (state[AT.variesT] === 0) state[AT.variesT] = differs(truth, state[AT.firstT]!)
  if (state[AT.variesP] === 0) state[AT.variesP] = differs(predicted, state[AT.firstP]!)
}

function addBlock(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  const anchorT = state[AT.anchorT]!
  const anchorP = state[AT.anchorP]!
  const anchorE = state[AT.anchorE]!
  let [weight, t, p, e, tt, pp, tp, ee, absolute, squared, relative, symmetric, zeros] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = from; i < to; i++) {
    const w = weights === null ? 1 : weights[i]!
    if (w === 0) continue
    const actual = truth[i]!
    const guess = predicted[i]!
    const error = guess - actual
    const size = Math.abs(error)
    const dt = actual - anchorT
    const dp = guess - anchorP
    const de = error - anchorE
    weight += w
    t += w * dt
    p += w * dp
    e += w * de
    tt += w * dt * dt
    pp += w * dp * dp
    tp += w * dt * dp
    ee += w * de * de
    absolute += w * size
    squared += w * error * error
    relative += (w * size) / Math.abs(actual)
    if (actual === 0) zeros += w
    if (size !== 0) symmetric += (w * size) / (Math.abs(actual) + Math.abs(guess))
  }
  addTo(state, { weight, t, p, e, tt, pp, tp, ee, absolute, squared, relative, symmetric, zeros })
}

function addTo(state: Float64Array, sums: Partial<Record<Slot, number>>): void {
  for (const slot in sums) state[AT[slot as Slot]]! += sums[slot as Slot]!
}

/** What the slots hold, by name. */
function named(state: Float64Array): Record<Slot, number> {
  return Object.fromEntries(SLOTS.map((slot, i) => [slot, state[i]!])) as Record<Slot, number>
}

function merge(state: Float64Array, other: Float64Array): void {
  if (other[AT.rows] === 0) return
  if (state[AT.rows] === 0) {
    state.set(other)
    return
  }
  const [a, b] = [named(state), named(other)]
  const [mt, mp, me] = [b.anchorT - a.anchorT, b.anchorP - a.anchorP, b.anchorE - a.anchorE]
  if (b.variesT === 1 || b.firstT !== a.firstT) state[AT.variesT] = 1
  if (b.variesP === 1 || b.firstP !== a.firstP) state[AT.variesP] = 1
  const { rows, weight, absolute, squared, relative, symmetric, zeros } = b
  addTo(state, { rows, weight, absolute, squared, relative, symmetric, zeros })
  addTo(state, { t: b.t + weight * mt, p: b.p + weight * mp, e: b.e + weight * me })
  addTo(state, { tt: b.tt + mt * (2 * b.t + weight * mt), pp: b.pp + mp * (2 * b.p + weight * mp), ee: b.ee + me * (2 * b.e + weight * me) })
  addTo(state, { tp: b.tp + mt * b.p + mp * b.t + weight * mt * mp })
}

/** What the values are made of. Means are over weights; variances and the covariance divide by the total weight. */
export interface NumberMoments {
  readonly rows: number
  readonly weight: number
  readonly meanError: number
  readonly meanAbsolute: number
  readonly meanSquared: number
  /** Infinite or NaN when a true value is 0: see `zeros`. */
  readonly meanRelative: number
  /** Mean of |e| / (|t| + |p|), 0 where both are 0. */
  readonly meanSymmetric: number
  /** Weight of the rows whose true value is 0. */
  readonly zeros: number
  readonly truthMean: number
  readonly predictedMean: number
  readonly truthVariance: number
  readonly predictedVariance: number
  readonly errorVariance: number
  readonly covariance: number
  readonly truthVaries: boolean
  readonly predictedVaries: boolean
}

/** Reads a state of {@link numberSums}. */
export function numberMoments(state: Float64Array): NumberMoments {
  const weight = state[AT.weight]!
  const mean = (slot: Slot) => state[AT[slot]]! / weight
  const central = (product: Slot, a: Slot, b: Slot) => mean(product) - mean(a) * mean(b)
  const truthVariance = Math.max(0, central('tt', 't', 't'))
  const predictedVariance = Math.max(0, central('pp', 'p', 'p'))
  return {
    rows: state[AT.rows]!,
    weight,
    meanError: state[AT.anchorE]! + mean('e'),
    meanAbsolute: mean('absolute'),
    meanSquared: mean('squared'),
    meanRelative: mean('relative'),
    meanSymmetric: mean('symmetric'),
    zeros: state[AT.zeros]!,
    truthMean: state[AT.anchorT]! + mean('t'),
    predictedMean: state[AT.anchorP]! + mean('p'),
    truthVariance,
    predictedVariance,
    errorVariance: Math.max(0, central('ee', 'e', 'e')),
    covariance: central('tp', 't', 'p'),
    truthVaries: state[AT.variesT] === 1 && truthVariance > 0,
    predictedVaries: state[AT.variesP] === 1 && predictedVariance > 0,
  }
}
