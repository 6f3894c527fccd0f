import type { Labels } from '../inputs.ts'
import { countOnes, forBlocks, part } from '../kernels/index.ts'
import { DEFAULT_PARAMS, type Statistic, stateOf } from '../metric.ts'

const LANES = 4

/**
 * The (weighted) confusion matrix, row-major: cell `t * K + p` holds the rows of true class t predicted as p.
 */
export const confusion: Statistic<'labels'> = {
  id: 'confusion',
  size: ({ classes }) => classes.length ** 2,
  update(state, { truth, predicted, weights, classes }, _params, from, to) {
    const k = classes.length
    if (k === 2 && weights === null && truth instanceof Uint8Array && predicted instanceof Uint8Array) return addTwoClasses(state, part(truth, from, to), part(predicted, from, to))
    const lanes = weights === null && LANES * state.length <= to - from ? new Uint32Array(LANES * state.length) : undefined
    forBlocks([truth, predicted], from, to, ([t, p], start, rows) => {
      if (weights !== null) addWeighted(state, t, p, k, rows, weights, start)
      else if (lanes) countInLanes(lanes, t, p, k, rows)
      else count(state, t, p, k, rows)
    })
    if (lanes) for (let i = 0; i < lanes.length; i++) state[i % state.length]! += lanes[i]!
  },
}

function addTwoClasses(state: Float64Array, truth: Uint8Array, predicted: Uint8Array): void {
  const { ones, otherOnes, bothOnes } = countOnes(truth, predicted)
  state[0]! += truth.length - ones - otherOnes + bothOnes
  state[1]! += otherOnes - bothOnes
  state[2]! += ones - bothOnes
  state[3]! += bothOnes
}

/** Neighbouring rows mostly hit the same cell; counting them in separate lanes spares each the wait for the one before. */
function countInLanes(lanes: Uint32Array, t: Uint32Array, p: Uint32Array, k: number, rows: number): void {
  const cells = lanes.length / LANES
  const whole = rows - (rows % LANES)
  for (let i = 0; i < whole; i += LANES) {
    lanes[t[i]! * k + p[i]!]!++
    lanes[cells + t[i + 1]! * k + p[i + 1]!]!++
    lanes[2 * cells + t[i + 2]! * k + p[i + 2]!]!++
    lanes[3 * cells + t[i + 3]! * k + p[i + 3]!]!++
  }
  for (let i = whole; i < rows; i++) lanes[t[i]! * k + p[i]!]!++
}

function count(state: Float64Array, t: Uint32Array, p: Uint32Array, k: number, rows: number): void {
  for (let i = 0; i < rows; i++) state[t[i]! * k + p[i]!]!++
}

function addWeighted(state: Float64Array, t: Uint32Array, p: Uint32Array, k: number, rows: number, weights: Float64Array, start: number): void {
  for (let i = 0; i < rows; i++) state[t[i]! * k + p[i]!]! += weights[start + i]!
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
