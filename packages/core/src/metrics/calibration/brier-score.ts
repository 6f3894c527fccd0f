import { type Rows, scoringRule } from './scoring-rule.ts'

/** Squared distance of each row of probabilities from the truth, halved for two classes so that both ways to send them agree. */
function squaredDistances(out: Float64Array, { input: { values, columns, positive }, codes, start, count }: Rows): void {
  for (let i = 0; i < count; i++) {
    if (columns === 1) out[i] = ((codes[i]! ^ positive) - 1 + values[start + i]!) ** 2
    else out[i] = rowDistance(values, columns, (start + i) * columns, codes[i]!) / (columns === 2 ? 2 : 1)
  }
}

function rowDistance(values: Float64Array, columns: number, first: number, code: number): number {
  let sum = 0
  for (let c = 0; c < columns; c++) sum += (values[first + c]! - (c === code ? 1 : 0)) ** 2
  return sum
}

export const brierScore = scoringRule({
  id: 'brier_score',
  title: 'Brier score',
  definition: 'Mean squared difference between the probability and what happened: (p - y)² for two classes (0 to 1), the sum of it over the classes for more (0 to 2).',
  reference: "scikit-learn 1.9.1, brier_score_loss(scale_by_half='auto')",
  range: [0, 2],
  params: [],
  losses: squaredDistances,
})
