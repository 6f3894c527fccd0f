import type { Codes, Labels } from '../inputs.ts'
import { DEFAULT_PARAMS, type Statistic, stateOf } from '../metric.ts'

const LANES = 4

/**
 * The (weighted) confusion matrix, row-major: cell `t * K + p` holds the rows of true class t predicted as p.
 * Every label metric reads this one statistic, so that together they take one pass over the data.
 */
export const confusion: Statistic<'labels'> = {
  id: 'confusion',
  size: ({ classes }) => classes.length ** 2,
  update(state, { truth, predicted, weights, classes }, _params, from, to) {
    const k = classes.length
    if (weights !== null) addWeighted(state, truth, predicted, k, weights, from, to)
    else if (state.length * LANES < to - from) addInLanes(state, truth, predicted, k, from, to)
    else addEach(state, truth, predicted, k, from, to)
  },
}

/** Neighbouring rows mostly hit the same cell; counting them in separate lanes spares each the wait for the one before. */
function addInLanes(state: Float64Array, truth: Codes, predicted: Codes, k: number, from: number, to: number): void {
  const cells = state.length
  const lanes = new Uint32Array(LANES * cells)
  const whole = from + Math.floor((to - from) / LANES) * LANES
  for (let i = from; i < whole; i += LANES) {
    lanes[truth[i]! * k + predicted[i]!]!++
    lanes[cells + truth[i + 1]! * k + predicted[i + 1]!]!++
    lanes[2 * cells + truth[i + 2]! * k + predicted[i + 2]!]!++
    lanes[3 * cells + truth[i + 3]! * k + predicted[i + 3]!]!++
  }
  for (let i = 0; i < lanes.length; i++) state[i % cells]! += lanes[i]!
  addEach(state, truth, predicted, k, whole, to)
}

function addEach(state: Float64Array, truth: Codes, predicted: Codes, k: number, from: number, to: number): void {
  for (let i = from; i < to; i++) state[truth[i]! * k + predicted[i]!]!++
}

function addWeighted(state: Float64Array, truth: Codes, predicted: Codes, k: number, weights: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) state[truth[i]! * k + predicted[i]!]! += weights[i]!
}

const CACHE = new WeakMap<Labels, Float64Array>()

/** The confusion matrix of all rows, counted once per input. Read it only. */
export function confusionOf(input: Labels): Float64Array {
  const known = CACHE.get(input)
  if (known) return known
  const made = stateOf(confusion, input, DEFAULT_PARAMS)
  CACHE.set(input, made)
  return made
}
