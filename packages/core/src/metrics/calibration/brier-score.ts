import type { Probabilities } from '../inputs.ts'
import { scoringRule } from './scoring-rule.ts'

/** Squared distance of a row of probabilities from the truth, halved for two classes so that both ways to send them agree. */
function squaredDistance({ truth, values, columns, positive }: Probabilities, row: number): number {
  const code = truth[row]!
  if (columns === 1) return (values[row]! - (code === positive ? 1 : 0)) ** 2
  let sum = 0
  for (let c = 0; c < columns; c++) sum += (values[row * columns + c]! - (c === code ? 1 : 0)) ** 2
  return columns === 2 ? sum / 2 : sum
}

export const brierScore = scoringRule({
  id: 'brier_score',
  title: 'Brier score',
  definition: 'Mean squared difference between the probability and what happened: (p - y)² for two classes (0 to 1), the sum of it over the classes for more (0 to 2).',
  reference: "scikit-learn 1.9.1, brier_score_loss(scale_by_half='auto')",
  range: [0, 2],
  params: [],
  loss: (input) => (row) => squaredDistance(input, row),
})
