import type { InputKind, Inputs } from './inputs.ts'
import { type Metric, type Outcome, type Params, type Statistic, stateOf } from './metric.ts'

/** States larger than this would cost more to differentiate than a bootstrap. */
const LARGEST_STATE = 64
/** Balances the rounding and truncation errors of a central difference. */
const RELATIVE_STEP = Math.cbrt(Number.EPSILON)

interface Read<K extends InputKind> {
  readonly statistic: Statistic<K>
  value(state: Float64Array, input: Inputs[K], params: Params): Outcome
}

/**
 * A statistic and the value read from it, with the influence of each row by the delta method: for f(S) of the sum S of the rows'
 * statistics s_i, row i has n * f'(S) (s_i - S/n). Spread into a metric:
 *
 *     additiveMetric({ ...facts, ...withDeltaMethod({ statistic, value }) })
 *
 * The gradient is numerical (central differences). There is no influence where f has no value or the state is large.
 */
export function withDeltaMethod<K extends InputKind>(read: Read<K>): Read<K> & Required<Pick<Metric<K>, 'influence' | 'influenceName'>> {
  return { ...read, influenceName: 'influence', influence: (input, params) => influenceOf(read, input, params) }
}

function influenceOf<K extends InputKind>(read: Read<K>, input: Inputs[K], params: Params): Float64Array | undefined {
  const sum = stateOf(read.statistic, input, params)
  if (input === null || sum.length > LARGEST_STATE || typeof read.value(sum, input, params) !== 'number') return undefined
  const gradient = gradientAt(sum, (state) => read.value(state, input, params))
  const atMean = dot(gradient, sum)
  const row = new Float64Array(sum.length)
  return Float64Array.from({ length: input.n }, (_, i) => {
    row.fill(0)
    read.statistic.update(row, input, params, i, i + 1)
    return input.n * dot(gradient, row) - atMean
  })
}

/** f'(state). A component that is 0 in the sum is taken to be 0 in every row (statistics count), so its slope cannot matter. */
function gradientAt(state: Float64Array, f: (state: Float64Array) => Outcome): Float64Array {
  const moved = state.slice()
  const at = (j: number, x: number): number => {
    moved[j] = x
    const y = f(moved)
    moved[j] = state[j]!
    return typeof y === 'number' ? y : Number.NaN
  }
  return state.map((x, j) => {
    const step = RELATIVE_STEP * Math.abs(x)
    const slope = step === 0 ? 0 : (at(j, x + step) - at(j, x - step)) / (2 * step)
    return Number.isFinite(slope) ? slope : 0
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
