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
      addMoments(state, input, at, end)
      addSizes(state, input, at, end)
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

/** First and second moments about the anchors. */
function addMoments(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  const anchorT = state[AT.anchorT]!
  const anchorP = state[AT.anchorP]!
  const anchorE = state[AT.anchorE]!
  let weight = 0
  let t = 0
  let p = 0
  let e = 0
  let tt = 0
  let pp = 0
  let tp = 0
  let ee = 0
  for (let i = from; i < to; i++) {
    const w = weights === null ? 1 : weights[i]!
    const dt = truth[i]! - anchorT
    const dp = predicted[i]! - anchorP
    const de = predicted[i]! - truth[i]! - anchorE
    weight += w
    t += w * dt
    p += w * dp
    e += w * de
    tt += w * dt * dt
    pp += w * dp * dp
    tp += w * dt * dp
    ee += w * de * de
  }
  state[AT.weight]! += weight
  state[AT.t]! += t
  state[AT.p]! += p
  state[AT.e]! += e
  state[AT.tt]! += tt
  state[AT.pp]! += pp
  state[AT.tp]! += tp
  state[AT.ee]! += ee
}

/** Sums of the errors' sizes: absolute, squared, relative to the truth, relative to truth and prediction. */
function addSizes(state: Float64Array, { truth, predicted, weights }: Numbers, from: number, to: number): void {
  let absolute = 0
  let squared = 0
  let relative = 0
  let symmetric = 0
  let zeros = 0
  for (let i = from; i < to; i++) {
    const w = weights === null ? 1 : weights[i]!
    const actual = Math.abs(truth[i]!)
    const size = Math.abs(predicted[i]! - truth[i]!)
    absolute += w * size
    squared += w * size * size
    if (actual === 0) zeros += w
    else relative += (w * size) / actual
    if (size !== 0) symmetric += (w * size) / (actual + Math.abs(predicted[i]!))
  }
  state[AT.absolute]! += absolute
  state[AT.squared]! += squared
  state[AT.relative]! += relative
  state[AT.symmetric]! += symmetric
  state[AT.zeros]! += zeros
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
