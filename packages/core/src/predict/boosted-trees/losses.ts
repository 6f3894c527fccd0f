import { weightedQuantile } from './weighted-quantile.ts'

/** What the trees minimise, as a function of the residual (target - prediction). The second derivative is taken as 1 for all. */
export interface Loss {
  readonly name: string
  value(residual: number): number
  /** The negative derivative by the prediction: the direction in which the prediction should move. */
  slope(residual: number): number
  /** The best constant for residuals with weights: where boosting starts and, with `refitsLeaves`, the value of a leaf. */
  constant(residuals: Float64Array, weights: Float64Array): number
  /** True when the mean slope of a leaf says too little about the best step (losses without curvature). */
  readonly refitsLeaves: boolean
}

/** Half the squared residual: the mean. */
export const squaredLoss: Loss = { name: 'squared', value: (r) => (r * r) / 2, slope: (r) => r, constant: weightedMean, refitsLeaves: false }

/** The absolute residual: the median. */
export const absoluteLoss: Loss = { name: 'absolute', value: Math.abs, slope: Math.sign, constant: (r, w) => weightedQuantile(r, w, 0.5), refitsLeaves: true }

/** Squared up to `delta`, absolute beyond (Huber 1964). */
export function huberLoss(delta: number): Loss {
  const value = (r: number) => (Math.abs(r) <= delta ? (r * r) / 2 : delta * (Math.abs(r) - delta / 2))
  return { name: 'huber', value, slope: (r) => Math.max(-delta, Math.min(delta, r)), constant: (r, w) => weightedQuantile(r, w, 0.5), refitsLeaves: false }
}

/** The pinball loss: the quantile `level` in (0, 1) (Koenker and Bassett 1978). */
export function quantileLoss(level: number): Loss {
  const slope = (r: number) => (r > 0 ? level : r < 0 ? level - 1 : 0)
  return { name: 'quantile', value: (r) => r * slope(r), slope, constant: (r, w) => weightedQuantile(r, w, level), refitsLeaves: true }
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < values.length; i++) {
    sum += values[i]! * weights[i]!
    total += weights[i]!
  }
  return sum / total
}
