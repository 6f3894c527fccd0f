import type { Numbers } from '../inputs.ts'
import type { Statistic } from '../metric.ts'

const SLOTS = ['rows', 'weight', 'anchorT', 'anchorP', 'anchorE', 'firstT', 'firstP', 'variesT', 'variesP', 't', 'p', 'e', 'tt', 'pp', 'tp', 'ee', 'absolute', 'squared'] as const
export type Slot = (typeof SLOTS)[number]
/** Where each sum lies in a state. */
export const AT = Object.fromEntries(SLOTS.map((slot, i) => [slot, i])) as Record<Slot, number>

/** Rows summed on their own before they join the state: they fit the first-level cache, and rounding errors do not grow with n. */
const BLOCK = 1024
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
    for (let at = from; at < to; at += BLOCK) {
      const end = Math.min(to, at + BLOCK)
      if (input.weights === null) addRows(state, input, at, end)
      else addWeightedRows(state, input, input.weights, at, end)
    }
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
  state[AT.anchorT] = meanOf(truth, from, end)
  state[AT.anchorP] = meanOf(predicted, from, end)
  state[AT.anchorE] = state[AT.anchorP]! - state[AT.anchorT]!
}

function meanOf(column: Float64Array, from: number, to: number): number {
  const share = 1 / (to - from)
  let mean = 0
  for (let i = from; i < to; i++) mean += column[i]! * share
  return mean
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

/** First and second moments about the anchors, and the errors' sizes. */
function addRows(state: Float64Array, { truth, predicted }: Numbers, from: number, to: number): void {
  const anchorT = state[AT.anchorT]!
  const anchorP = state[AT.anchorP]!
  const anchorE = state[AT.anchorE]!
  let [t, p, e, tt, pp, tp, ee, absolute, squared] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = from; i < to; i++) {
    const error = predicted[i]! - truth[i]!
    const dt = truth[i]! - anchorT
    const dp = predicted[i]! - anchorP
    const de = error - anchorE
    t += dt
    p += dp
    e += de
    tt += dt * dt
    pp += dp * dp
    tp += dt * dp
    ee += de * de
    absolute += Math.abs(error)
    squared += error * error
  }
  addTo(state, { weight: to - from, t, p, e, tt, pp, tp, ee, absolute, squared })
}

/** The same with a weight per row. On their own, because the unweighted sums take half the time. */
function addWeightedRows(state: Float64Array, { truth, predicted }: Numbers, weights: Float64Array, from: number, to: number): void {
  const anchorT = state[AT.anchorT]!
  const anchorP = state[AT.anchorP]!
  const anchorE = state[AT.anchorE]!
  let [weight, t, p, e, tt, pp, tp, ee, absolute, squared] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = from; i < to; i++) {
    const w = weights[i]!
    const error = predicted[i]! - truth[i]!
    const dt = truth[i]! - anchorT
    const dp = predicted[i]! - anchorP
    const de = error - anchorE
    weight += w
    t += w * dt
    p += w * dp
    e += w * de
    tt += w * dt * dt
    pp += w * dp * dp
    tp += w * dt * dp
    ee += w * de * de
    absolute += w * Math.abs(error)
    squared += w * error * error
  }
  addTo(state, { weight, t, p, e, tt, pp, tp, ee, absolute, squared })
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
  const { rows, weight, absolute, squared } = b
  addTo(state, { rows, weight, absolute, squared })
  addTo(state, { t: b.t + weight * mt, p: b.p + weight * mp, e: b.e + weight * me })
  addTo(state, { tt: b.tt + mt * (2 * b.t + weight * mt), pp: b.pp + mp * (2 * b.p + weight * mp), ee: b.ee + me * (2 * b.e + weight * me) })
  addTo(state, { tp: b.tp + mt * b.p + mp * b.t + weight * mt * mp })
}
