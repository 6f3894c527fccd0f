import type { Probabilities } from '../inputs.ts'
import type { Params } from '../metric.ts'
import { scoringRule } from './scoring-rule.ts'

/** Below this a product is logged and started again, and a factor is logged on its own: their product stays a normal double. */
const FLUSH = 1e-140

/** The clipped probability of the true class of a row. */
function likelihood({ truth, values, columns, positive }: Probabilities, { eps }: Params, row: number): number {
  const code = truth[row]!
  const p = columns === 1 ? (code === positive ? values[row]! : 1 - values[row]!) : values[row * columns + code]!
  return Math.min(Math.max(p, eps), 1 - eps)
}

/** The log of a product is the sum of logs: some hundred rows share one logarithm, and fewer roundings than one each. */
function sumOfLogLosses(input: Probabilities, params: Params, from: number, to: number): number {
  let sum = 0
  let product = 1
  for (let i = from; i < to; i++) {
    const p = likelihood(input, params, i)
    if (p < FLUSH) sum -= Math.log(p)
    else product *= p
    if (product < FLUSH) {
      sum -= Math.log(product)
      product = 1
    }
  }
  return sum - Math.log(product)
}

export const logLoss = scoringRule({
  id: 'log_loss',
  title: 'Log loss',
  definition: 'Mean of -ln(probability given to the true class), probabilities clipped to [eps, 1 - eps] and rows taken as they are, not rescaled to sum to 1.',
  reference: 'scikit-learn 1.9.1, log_loss',
  range: [0, Number.POSITIVE_INFINITY],
  params: ['eps'],
  loss: (input, params) => (row) => -Math.log(likelihood(input, params, row)),
  sum: sumOfLogLosses,
})
