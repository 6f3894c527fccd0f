import { type Rows, scoringRule } from './scoring-rule.ts'

/** Below this a product is logged and started again, and a factor is logged on its own: their product stays a normal double. */
const FLUSH = 1e-140

/** Writes the clipped probability of each row's true class. A branch on the class of a row could not be foretold, so there is none. */
function likelihoods(out: Float64Array, { input: { values, columns, positive }, params: { eps }, codes, start, count }: Rows): void {
  for (let i = 0; i < count; i++) {
    const p = columns === 1 ? Math.abs((codes[i]! ^ positive) - values[start + i]!) : values[(start + i) * columns + codes[i]!]!
    out[i] = p < eps ? eps : Math.min(p, 1 - eps)
  }
}

/** The log of a product is the sum of logs: some hundred rows share one logarithm, and fewer roundings than one each. */
function sumOfLogLosses(rows: Rows): number {
  const likelihood = new Float64Array(rows.count)
  likelihoods(likelihood, rows)
  let sum = 0
  let product = 1
  for (let i = 0; i < rows.count; i++) {
    const p = likelihood[i]!
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
  losses: (out, rows) => {
    likelihoods(out, rows)
    for (let i = 0; i < rows.count; i++) out[i] = -Math.log(out[i]!)
  },
  sum: sumOfLogLosses,
})
